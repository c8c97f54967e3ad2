package io.bridgehead.matchmaking.meeting;

import static io.bridgehead.matchmaking.Examples.EDITION;
import static io.bridgehead.matchmaking.Examples.INSTITUTE_SIDE;
import static io.bridgehead.matchmaking.Examples.LITHIUM_SIDE;
import static io.bridgehead.matchmaking.Examples.MEETING;
import static io.bridgehead.matchmaking.Examples.yuan;
import static org.assertj.core.api.Assertions.assertThat;

import io.bridgehead.matchmaking.meeting.Meeting.Intent;
import io.bridgehead.matchmaking.meeting.Meeting.Matter;
import io.bridgehead.matchmaking.offer.CounterpartKind;
import io.bridgehead.matchmaking.timetable.Slot;
import io.bridgehead.platform.documents.OutgoingEvent;
import io.bridgehead.platform.testing.EventSamples;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MeetingEventsTest {

    private static final Matter MATTER =
            new Matter(
                    EDITION,
                    "e4d3c2b1-a098-8765-8432-10fedcba9831",
                    "固态电解质薄膜中试",
                    new Counterpart(
                            CounterpartKind.PILOT_BASE,
                            "b8a7c6d5-e4f3-8210-9f8e-7d6c5b4a3941",
                            "浙大衢州研究院化工中试基地"),
                    List.of(LITHIUM_SIDE, INSTITUTE_SIDE),
                    Party.PROJECT,
                    "希望讨论中试安排");

    private static final Slot SLOT =
            new Slot(Instant.parse("2025-09-24T06:00:00Z"), Instant.parse("2025-09-24T06:20:00Z"));

    private static final Intent INTENT =
            new Intent(
                    "9c8b7a69-5847-8362-9514-03f2e1d0c951",
                    IntentKind.PILOT_TESTING,
                    "固态电解质薄膜中试合作",
                    "在化工中试基地开展固态电解质薄膜中试，为期十二个月。",
                    yuan(5),
                    Instant.parse("2025-09-24T06:25:00Z"));

    static List<MeetingEvent> events() {
        return List.of(
                new MeetingEvent.Requested(),
                new MeetingEvent.Accepted(),
                new MeetingEvent.Declined("时间不合适"),
                new MeetingEvent.Cancelled(),
                new MeetingEvent.Scheduled(SLOT, "A1"),
                new MeetingEvent.Unplaced("noCommonSlot"),
                new MeetingEvent.IntentRecorded(INTENT));
    }

    @ParameterizedTest
    @MethodSource("events")
    void areWrittenAsTheirSamplesForTheCitiesOfBothSides(MeetingEvent event) {
        OutgoingEvent told =
                MeetingAnnouncement.announce(MEETING, new Meeting.Requested(MATTER), event);

        EventSamples.assertWritten(told);
        assertThat(told.cities()).containsExactlyInAnyOrder("sr", "qz");
    }
}
