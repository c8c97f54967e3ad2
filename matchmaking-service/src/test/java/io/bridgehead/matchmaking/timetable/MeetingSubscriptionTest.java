package io.bridgehead.matchmaking.timetable;

import static io.bridgehead.matchmaking.Examples.EDITION;
import static io.bridgehead.matchmaking.Examples.INSTITUTE_SIDE;
import static io.bridgehead.matchmaking.Examples.LITHIUM_SIDE;
import static io.bridgehead.matchmaking.Examples.MEETING;
import static org.assertj.core.api.Assertions.assertThat;

import io.bridgehead.matchmaking.Stores;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.events.Subscription;
import io.bridgehead.platform.testing.EventSamples;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeetingSubscriptionTest {

    private static final Slot SLOT =
            new Slot(Instant.parse("2025-09-24T06:00:00Z"), Instant.parse("2025-09-24T06:20:00Z"));

    private final Timetables timetables = new Timetables(Stores.fresh(_ -> {}));
    private final Subscription meetings = new MeetingSubscription(timetables).meetingEvents();

    private Timetable timetable() {
        return timetables.find(EDITION).map(Versioned::state).orElseThrow();
    }

    @Test
    void whatMeetingsWriteIsRead() {
        EventSamples.assertReadable(meetings);
    }

    @Test
    void anAcceptedMeetingIsBookedAndACancelledOneReleasedHoweverOftenItIsTold() {
        var _ =
                timetables.open(
                        EDITION,
                        CommandId.random(),
                        List.of("qz", "sr"),
                        List.of("A1"),
                        List.of(SLOT));

        EventSamples.deliver(meetings, "meeting.accepted.v1", MEETING, 2);
        EventSamples.deliver(meetings, "meeting.accepted.v1", MEETING, 2);

        assertThat(timetable().bookings())
                .singleElement()
                .satisfies(booking -> {
                    assertThat(booking.wish().meeting()).isEqualTo(MEETING);
                    assertThat(booking.wish().people())
                            .containsExactly(LITHIUM_SIDE.delegate(), INSTITUTE_SIDE.delegate());
                    assertThat(booking.wish().cities()).containsExactly("sr", "qz");
                });

        EventSamples.deliver(meetings, "meeting.cancelled.v1", MEETING, 3);
        EventSamples.deliver(meetings, "meeting.accepted.v1", MEETING, 2);

        assertThat(timetable().bookings()).isEmpty();
        assertThat(timetable().waiting()).isEmpty();
    }
}
