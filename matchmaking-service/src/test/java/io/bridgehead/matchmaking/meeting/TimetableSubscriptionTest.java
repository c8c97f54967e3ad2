package io.bridgehead.matchmaking.meeting;

import static io.bridgehead.matchmaking.Examples.EDITION;
import static io.bridgehead.matchmaking.Examples.INSTITUTE_SIDE;
import static io.bridgehead.matchmaking.Examples.LITHIUM_SIDE;
import static org.assertj.core.api.Assertions.assertThat;

import io.bridgehead.matchmaking.Stores;
import io.bridgehead.matchmaking.meeting.Meeting.Matter;
import io.bridgehead.matchmaking.offer.CounterpartKind;
import io.bridgehead.matchmaking.timetable.Slot;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.events.Event;
import io.bridgehead.platform.events.Subscription;
import io.bridgehead.platform.testing.EventSamples;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimetableSubscriptionTest {

    private static final Slot SLOT =
            new Slot(Instant.parse("2025-09-24T06:00:00Z"), Instant.parse("2025-09-24T06:20:00Z"));

    private static final Matter MATTER =
            new Matter(
                    EDITION,
                    "p",
                    "project",
                    new Counterpart(CounterpartKind.PILOT_BASE, "b", "base"),
                    List.of(LITHIUM_SIDE, INSTITUTE_SIDE),
                    Party.PROJECT,
                    null);

    private final Meetings meetings = new Meetings(Stores.fresh(_ -> {}));
    private final Subscription timetable = new TimetableSubscription(meetings).timetableEvents();

    private String meeting = "";

    @BeforeEach
    void whatIsAccepted() {
        meeting = meetings.request(CommandId.random(), MATTER).id();
        var _ = meetings.change(meeting, CommandId.random(), Meeting::accept);
    }

    private void hear(String type, long sequence, Map<String, Object> data) {
        timetable.handle(
                new Event<>(
                        CommandId.derivedFrom(type, Long.toString(sequence)).value(),
                        type,
                        EDITION + "/timetable",
                        sequence,
                        SLOT.startsAt(),
                        Set.of("qz", "sr"),
                        null,
                        Documents.EVENT_JSON.writeValueAsBytes(data)));
    }

    private void hearRefused(long sequence, String reason) {
        hear(
                "booking.refused.v1",
                sequence,
                Map.of("edition", EDITION, "meeting", meeting, "reason", reason));
    }

    private void hearMade(long sequence) {
        hear(
                "booking.made.v1",
                sequence,
                Map.of("edition", EDITION, "meeting", meeting, "slot", SLOT, "table", "A1"));
    }

    private Meeting meeting() {
        return meetings.get(meeting, new Viewer(true, null, Set.of(), null)).state();
    }

    @Test
    void whatTheTimetableWritesIsRead() {
        EventSamples.assertReadable(timetable);
    }

    @Test
    void aMeetingHasThePlaceThatWasBookedForIt() {
        hearMade(2);

        assertThat(meeting()).isEqualTo(new Meeting.Scheduled(MATTER, SLOT, "A1"));
    }

    @Test
    void aMeetingThatFoundNoPlaceMayFindOneLater() {
        hearRefused(2, "tablesTaken");
        assertThat(meeting()).isEqualTo(new Meeting.Unplaced(MATTER, "tablesTaken"));

        hearMade(3);
        hearRefused(2, "tablesTaken");

        assertThat(meeting()).isEqualTo(new Meeting.Scheduled(MATTER, SLOT, "A1"));
    }

    @Test
    void aMeetingThatWaitsHearsWhenItsReasonIsAnother() {
        hearRefused(1, "timetableNotOpen");
        hearRefused(3, "tablesTaken");
        hearRefused(1, "timetableNotOpen");

        assertThat(meeting()).isEqualTo(new Meeting.Unplaced(MATTER, "tablesTaken"));
    }

    @Test
    void aCancelledMeetingStaysCancelled() {
        var _ = meetings.change(meeting, CommandId.random(), Meeting::cancel);

        hearMade(2);

        assertThat(meeting()).isEqualTo(new Meeting.Cancelled(MATTER));
    }
}
