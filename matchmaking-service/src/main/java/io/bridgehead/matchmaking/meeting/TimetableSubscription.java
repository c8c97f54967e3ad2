package io.bridgehead.matchmaking.meeting;

import io.bridgehead.matchmaking.timetable.Slot;
import io.bridgehead.platform.events.Event;
import io.bridgehead.platform.events.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Hears what the timetable has for a meeting.
@Configuration(proxyBeanMethods = false)
class TimetableSubscription {

    private final Meetings meetings;

    TimetableSubscription(Meetings meetings) {
        this.meetings = meetings;
    }

    /// `booking.made.v1`
    record BookingMade(String meeting, Slot slot, String table) {}

    /// `booking.refused.v1`
    record BookingRefused(String meeting, String reason) {}

    @Bean
    Subscription timetableEvents() {
        return Subscription.to("meetings", "bridgehead.matchmaking")
                .on("booking.made.v1", BookingMade.class, this::schedule)
                .on("booking.refused.v1", BookingRefused.class, this::leaveWaiting)
                .build();
    }

    private void schedule(Event<BookingMade> event) {
        BookingMade made = event.data();
        var _ =
                meetings.change(
                        made.meeting(),
                        event.command("schedule"),
                        meeting -> meeting.schedule(made.slot(), made.table()));
    }

    private void leaveWaiting(Event<BookingRefused> event) {
        BookingRefused refused = event.data();
        var _ =
                meetings.change(
                        refused.meeting(),
                        event.command("wait"),
                        meeting -> meeting.leaveWaiting(refused.reason()));
    }
}
