package io.bridgehead.matchmaking.timetable;

import io.bridgehead.matchmaking.timetable.Timetable.Wish;
import io.bridgehead.platform.events.Event;
import io.bridgehead.platform.events.Subscription;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Books for the meetings that were accepted, and takes back what those booked that were cancelled.
@Configuration(proxyBeanMethods = false)
class MeetingSubscription {

    private final Timetables timetables;

    MeetingSubscription(Timetables timetables) {
        this.timetables = timetables;
    }

    /// `meeting.accepted.v1`, as far as a booking needs it.
    record MeetingAccepted(String meeting, String edition, List<Side> sides) {

        record Side(String city, String delegate) {}

        Wish wish() {
            return new Wish(
                    meeting,
                    sides.stream().map(Side::delegate).toList(),
                    sides.stream().map(Side::city).distinct().toList());
        }
    }

    /// `meeting.cancelled.v1`, as far as a release needs it.
    record MeetingCancelled(String meeting, String edition) {}

    @Bean
    Subscription meetingEvents() {
        return Subscription.to("timetable", "bridgehead.matchmaking")
                .on("meeting.accepted.v1", MeetingAccepted.class, this::book)
                .on("meeting.cancelled.v1", MeetingCancelled.class, this::release)
                .build();
    }

    private void book(Event<MeetingAccepted> event) {
        timetables.book(event.data().edition(), event.command("book"), event.data().wish());
    }

    private void release(Event<MeetingCancelled> event) {
        timetables.release(
                event.data().edition(), event.command("release"), event.data().meeting());
    }
}
