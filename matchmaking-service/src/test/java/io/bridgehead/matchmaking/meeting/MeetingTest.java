package io.bridgehead.matchmaking.meeting;

import static io.bridgehead.matchmaking.Examples.EDITION;
import static io.bridgehead.matchmaking.Examples.INSTITUTE_SIDE;
import static io.bridgehead.matchmaking.Examples.LITHIUM_SIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bridgehead.matchmaking.meeting.Meeting.Intent;
import io.bridgehead.matchmaking.meeting.Meeting.Matter;
import io.bridgehead.matchmaking.meeting.Meeting.State;
import io.bridgehead.matchmaking.offer.CounterpartKind;
import io.bridgehead.matchmaking.timetable.Slot;
import io.bridgehead.platform.documents.Kind;
import io.bridgehead.platform.documents.Transition;
import io.bridgehead.platform.documents.WireNames;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.NotAllowed;
import io.bridgehead.platform.identity.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MeetingTest {

    private static final Slot SLOT =
            new Slot(Instant.parse("2025-09-24T06:00:00Z"), Instant.parse("2025-09-24T06:20:00Z"));

    private static final Intent INTENT =
            new Intent(
                    "i",
                    IntentKind.PILOT_TESTING,
                    "t",
                    "s",
                    null,
                    Instant.parse("2025-09-24T06:25:00Z"));

    private static final Matter MATTER = askedBy(Party.PROJECT);

    private static final Map<State, Meeting> IN_EVERY_STATE =
            new EnumMap<>(
                    Map.of(
                            State.REQUESTED, new Meeting.Requested(MATTER),
                            State.ACCEPTED, new Meeting.Accepted(MATTER),
                            State.SCHEDULED, new Meeting.Scheduled(MATTER, SLOT, "A1"),
                            State.UNPLACED, new Meeting.Unplaced(MATTER, "tablesTaken"),
                            State.DECLINED, new Meeting.Declined(MATTER, "no time"),
                            State.CANCELLED, new Meeting.Cancelled(MATTER),
                            State.INTENT_RECORDED,
                                    new Meeting.IntentRecorded(MATTER, SLOT, "A1", INTENT)));

    private static Matter askedBy(Party asker) {
        return new Matter(
                EDITION,
                "p",
                "固态电解质薄膜中试",
                new Counterpart(CounterpartKind.PILOT_BASE, "b", "中试基地"),
                List.of(LITHIUM_SIDE, INSTITUTE_SIDE),
                asker,
                null);
    }

    private static Meeting in(State state) {
        return IN_EVERY_STATE.getOrDefault(state, new Meeting.Cancelled(MATTER));
    }

    /// What becomes of a meeting in each state; where nothing stands, it is refused.
    private static void assertBecomes(
            Function<Meeting, Transition<Meeting, MeetingEvent>> transition,
            Class<? extends MeetingRejection> refusal,
            Map<State, State> next) {
        for (State state : State.values()) {
            @Nullable State expected = next.get(state);
            if (expected == null) {
                assertThatThrownBy(() -> transition.apply(in(state)))
                        .as("from %s", state)
                        .isInstanceOf(refusal);
            } else {
                Transition<Meeting, MeetingEvent> made = transition.apply(in(state));
                assertThat(made.state().state()).as("from %s", state).isEqualTo(expected);
                assertThat(made.events()).hasSize(1);
                assertThat(made.state().matter()).isEqualTo(MATTER);
            }
        }
    }

    /// What the timetable tells is heard in some states and changes nothing in the others.
    private static void assertHears(
            Function<Meeting, Transition<Meeting, MeetingEvent>> transition,
            Map<State, State> next) {
        for (State state : State.values()) {
            Transition<Meeting, MeetingEvent> made = transition.apply(in(state));
            assertThat(made.state().state())
                    .as("from %s", state)
                    .isEqualTo(next.getOrDefault(state, state));
            assertThat(made.events()).hasSize(next.containsKey(state) ? 1 : 0);
        }
    }

    @Test
    void onlyARequestIsAnswered() {
        assertBecomes(
                Meeting::accept,
                MeetingRejection.AlreadyAnswered.class,
                Map.of(State.REQUESTED, State.ACCEPTED));
        assertBecomes(
                meeting -> meeting.decline("no time"),
                MeetingRejection.AlreadyAnswered.class,
                Map.of(State.REQUESTED, State.DECLINED));
    }

    @Test
    void whatIsStillToComeMayBeCancelled() {
        assertBecomes(
                Meeting::cancel,
                MeetingRejection.Over.class,
                Map.of(
                        State.REQUESTED, State.CANCELLED,
                        State.ACCEPTED, State.CANCELLED,
                        State.UNPLACED, State.CANCELLED,
                        State.SCHEDULED, State.CANCELLED));
    }

    @Test
    void anIntentFollowsAScheduledMeetingOnce() {
        assertBecomes(
                meeting -> meeting.intend(INTENT),
                MeetingRejection.NotScheduled.class,
                Map.of(State.SCHEDULED, State.INTENT_RECORDED));
    }

    @Test
    void aPlaceIsTakenByWhoeverWaitsForOne() {
        assertHears(
                meeting -> meeting.schedule(SLOT, "A1"),
                Map.of(State.ACCEPTED, State.SCHEDULED, State.UNPLACED, State.SCHEDULED));
        assertThat(new Meeting.Unplaced(MATTER, "tablesTaken").schedule(SLOT, "A1"))
                .isEqualTo(
                        Transition.to(
                                new Meeting.Scheduled(MATTER, SLOT, "A1"),
                                new MeetingEvent.Scheduled(SLOT, "A1")));
    }

    @Test
    void whoFindsNoPlaceIsLeftWaiting() {
        assertHears(
                meeting -> meeting.leaveWaiting("tablesTaken"),
                Map.of(State.ACCEPTED, State.UNPLACED));
        Meeting waiting = new Meeting.Unplaced(MATTER, "timetableNotOpen");
        assertThat(waiting.leaveWaiting("tablesTaken"))
                .isEqualTo(
                        Transition.to(
                                new Meeting.Unplaced(MATTER, "tablesTaken"),
                                new MeetingEvent.Unplaced("tablesTaken")));
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void aPairHasOneMeetingOfWhichSomethingIsStillToCome(State state) {
        boolean open =
                Set.of(State.REQUESTED, State.ACCEPTED, State.SCHEDULED, State.UNPLACED)
                        .contains(state);

        assertThat(in(state).isOpen()).isEqualTo(open);
        assertThat(in(state).state()).isEqualTo(state);
    }

    /// Lists are narrowed by the name under which a state is stored.
    @ParameterizedTest
    @EnumSource(State.class)
    void aStateIsStoredUnderTheNameThatItHasOutside(State state) {
        assertThat(in(state).getClass().getAnnotation(Kind.class))
                .extracting(Kind::value)
                .isEqualTo(WireNames.of(state));
    }

    @ParameterizedTest
    @CsvSource({
        // the project, of Shangrao, has asked the base, of Quzhou
        "project, city-officer, qz, , answers",
        "project, partner-system, qz, , answers",
        "project, organisation, qz, 12330800MBEX00014N, answers",
        "project, organisation, hs, 12330800MBEX00014N, answers",
        "project, organisation, qz, 91330800MAEX0007X3, stranger",
        "project, city-officer, sr, , asker",
        "project, organisation, sr, 91361100MAEX001173, asker",
        "project, city-officer, np, , stranger",
        "project, delegate, qz, , stranger",
        // and the other way round
        "counterpart, city-officer, sr, , answers",
        "counterpart, city-officer, qz, , asker",
    })
    void theSideThatWasAskedAnswers(
            String askedBy, String role, String city, @Nullable String org, String is) {
        Matter matter = askedBy(WireNames.parse(Party.class, askedBy));
        Caller caller =
                new Caller(
                        "s", city, null, org == null ? Set.of() : Set.of(org), Set.of(role(role)));

        switch (is) {
            case "answers" ->
                    assertThatCode(() -> matter.requireAsked(caller)).doesNotThrowAnyException();
            case "asker" ->
                    assertThatThrownBy(() -> matter.requireAsked(caller))
                            .isInstanceOf(MeetingRejection.OwnRequest.class);
            default ->
                    assertThatThrownBy(() -> matter.requireAsked(caller))
                            .isInstanceOf(NotAllowed.class);
        }
    }

    private static Role role(String wire) {
        return Arrays.stream(Role.values())
                .filter(role -> role.wire().equals(wire))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoStandsBehindBothSidesAnswersForTheOneThatWasAsked() {
        Caller both =
                new Caller(
                        "s",
                        "qz",
                        null,
                        Set.of(LITHIUM_SIDE.organisation(), INSTITUTE_SIDE.organisation()),
                        Set.of(Role.ORGANISATION));

        assertThatCode(() -> MATTER.requireAsked(both)).doesNotThrowAnyException();
    }
}
