package io.bridgehead.matchmaking.timetable;

import static io.bridgehead.matchmaking.Examples.EDITION;

import io.bridgehead.matchmaking.Examples;
import io.bridgehead.matchmaking.timetable.Timetable.Booking;
import io.bridgehead.matchmaking.timetable.Timetable.Shortage;
import io.bridgehead.matchmaking.timetable.Timetable.Wish;
import io.bridgehead.platform.testing.EventSamples;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TimetableEventsTest {

    private static final Slot SLOT =
            new Slot(Instant.parse("2025-09-24T06:00:00Z"), Instant.parse("2025-09-24T06:20:00Z"));

    private static final Wish WISH =
            new Wish(
                    Examples.MEETING,
                    List.of(Examples.LITHIUM_SIDE.delegate(), Examples.INSTITUTE_SIDE.delegate()),
                    List.of("sr", "qz"));

    static List<TimetableEvent> events() {
        return List.of(
                new TimetableEvent.Opened(),
                new TimetableEvent.Made(new Booking(WISH, SLOT, "A1")),
                new TimetableEvent.Refused(WISH, Shortage.NO_COMMON_SLOT),
                new TimetableEvent.Released(WISH));
    }

    @ParameterizedTest
    @MethodSource("events")
    void areWrittenAsTheirSamples(TimetableEvent event) {
        Timetable timetable =
                Timetable.unopened(EDITION)
                        .open(List.of("qz", "sr"), List.of("A1", "A2"), List.of(SLOT))
                        .state();

        EventSamples.assertWritten(
                TimetableAnnouncement.announce(EDITION + "/timetable", timetable, event));
    }
}
