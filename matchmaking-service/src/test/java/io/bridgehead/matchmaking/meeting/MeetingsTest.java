package io.bridgehead.matchmaking.meeting;

import static io.bridgehead.matchmaking.Examples.EDITION;
import static io.bridgehead.matchmaking.Examples.FUND_SIDE;
import static io.bridgehead.matchmaking.Examples.INSTITUTE_SIDE;
import static io.bridgehead.matchmaking.Examples.LITHIUM_SIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bridgehead.matchmaking.Stores;
import io.bridgehead.matchmaking.meeting.Meeting.Intent;
import io.bridgehead.matchmaking.meeting.Meeting.Matter;
import io.bridgehead.matchmaking.meeting.Meeting.State;
import io.bridgehead.matchmaking.offer.CounterpartKind;
import io.bridgehead.matchmaking.offer.Side;
import io.bridgehead.matchmaking.timetable.Slot;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.DocumentMissing;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.documents.Transition;
import io.bridgehead.platform.documents.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeetingsTest {

    private static final Slot SLOT =
            new Slot(Instant.parse("2025-09-24T06:00:00Z"), Instant.parse("2025-09-24T06:20:00Z"));

    private static final Viewer EVERYTHING = new Viewer(true, null, Set.of(), null);

    private static final Matter MATTER =
            matter("p", CounterpartKind.PILOT_BASE, "b", LITHIUM_SIDE, INSTITUTE_SIDE);

    private final Meetings meetings = new Meetings(Stores.fresh(_ -> {}));

    private static Matter matter(
            String project, CounterpartKind kind, String counterpart, Side... sides) {
        return new Matter(
                EDITION,
                project,
                "title of " + project,
                new Counterpart(kind, counterpart, "name of " + counterpart),
                List.of(sides),
                Party.PROJECT,
                null);
    }

    private String request(Matter matter) {
        return meetings.request(CommandId.random(), matter).id();
    }

    private void change(String id, Function<Meeting, Transition<Meeting, MeetingEvent>> change) {
        var _ = meetings.change(id, CommandId.random(), change);
    }

    private void intend(String id, IntentKind kind) {
        change(id, Meeting::accept);
        change(id, meeting -> meeting.schedule(SLOT, "A1"));
        change(
                id,
                meeting ->
                        meeting.intend(new Intent("i-" + id, kind, "t", "s", null, SLOT.endsAt())));
    }

    @Test
    void aPairIsToldOfTheMeetingThatItHas() {
        String id = request(MATTER);

        assertThatThrownBy(() -> request(MATTER))
                .isInstanceOfSatisfying(
                        MeetingRejection.AlreadyAsked.class,
                        asked -> assertThat(asked.meeting()).isEqualTo(id));
    }

    @Test
    void theSameRequestComesAgainAndFindsItsMeeting() {
        CommandId command = CommandId.random();
        Versioned<Meeting> first = meetings.request(command, MATTER);
        change(first.id(), Meeting::cancel);

        Versioned<Meeting> again = meetings.request(command, MATTER);

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.state().state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void whatIsOverMayBeAskedForAnew() {
        String declined = request(MATTER);
        change(declined, meeting -> meeting.decline("no time"));
        String cancelled = request(MATTER);
        change(cancelled, Meeting::cancel);
        String intended = request(MATTER);
        intend(intended, IntentKind.INVESTMENT);

        String fourth = request(MATTER);

        assertThat(Set.of(declined, cancelled, intended, fourth)).hasSize(4);
    }

    @Test
    void anotherKindOfCounterpartIsAnotherPair() {
        request(MATTER);

        request(matter("p", CounterpartKind.FUND, "b", LITHIUM_SIDE, INSTITUTE_SIDE));
    }

    @Test
    void ofManyRequestsAtOnceOneMakesTheMeeting() throws Exception {
        change(request(MATTER), Meeting::cancel);
        List<Callable<String>> requests =
                IntStream.range(0, 16)
                        .<Callable<String>>mapToObj(_ -> () -> request(MATTER))
                        .toList();

        int made = 0;
        int refused = 0;
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> answer : together.invokeAll(requests)) {
                try {
                    assertThat(answer.get()).isNotBlank();
                    made++;
                } catch (ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(MeetingRejection.AlreadyAsked.class);
                    refused++;
                }
            }
        }

        assertThat(made).isEqualTo(1);
        assertThat(refused).isEqualTo(15);
    }

    private List<String> seen(@Nullable State state, @Nullable String city, Viewer viewer) {
        return meetings
                .page(
                        new Meetings.Query(EDITION, state, city, null, null),
                        viewer,
                        new PageQuery(50, null, null, null))
                .items()
                .stream()
                .map(meeting -> meeting.state().matter().project())
                .sorted()
                .toList();
    }

    @Test
    void aCityAndAnOrganisationSeeWhatTheyAreAPartyTo() {
        Side huangshan = new Side("hs", "91341000MAEX00213Y", "黄山精细化工", "d3");
        String id = request(MATTER);
        request(matter("q", CounterpartKind.FUND, "f", huangshan, FUND_SIDE));
        change(id, Meeting::accept);

        assertThat(seen(null, null, EVERYTHING)).containsExactly("p", "q");
        assertThat(seen(null, null, new Viewer(false, "qz", Set.of(), null)))
                .containsExactly("p", "q");
        assertThat(seen(null, null, new Viewer(false, "sr", Set.of(), null))).containsExactly("p");
        assertThat(seen(null, null, new Viewer(false, "np", Set.of(), null))).isEmpty();
        assertThat(
                        seen(
                                null,
                                null,
                                new Viewer(false, null, Set.of(FUND_SIDE.organisation()), null)))
                .containsExactly("q");
        assertThat(seen(null, null, new Viewer(false, null, Set.of(), null))).isEmpty();
        assertThat(seen(null, null, new Viewer(false, null, Set.of(), FUND_SIDE.delegate())))
                .containsExactly("q");
        assertThat(seen(null, null, new Viewer(false, null, Set.of(), "nobody"))).isEmpty();
        assertThat(seen(State.ACCEPTED, null, EVERYTHING)).containsExactly("p");
        assertThat(seen(null, "hs", new Viewer(false, "qz", Set.of(), null))).containsExactly("q");

        assertThat(meetings.get(id, new Viewer(false, "sr", Set.of(), null)).id()).isEqualTo(id);
        assertThat(
                        meetings.get(id, new Viewer(false, null, Set.of(), LITHIUM_SIDE.delegate()))
                                .id())
                .isEqualTo(id);
        assertThatThrownBy(() -> meetings.get(id, new Viewer(false, "np", Set.of(), null)))
                .isInstanceOf(DocumentMissing.class);
    }

    @Test
    void aPlaceAtABaseIsTakenFromTheIntentToTestThereOn() {
        intend(request(MATTER), IntentKind.PILOT_TESTING);
        intend(
                request(matter("q", CounterpartKind.PILOT_BASE, "b", LITHIUM_SIDE, INSTITUTE_SIDE)),
                IntentKind.PILOT_TESTING);
        intend(
                request(matter("r", CounterpartKind.PILOT_BASE, "b", LITHIUM_SIDE, INSTITUTE_SIDE)),
                IntentKind.TECHNOLOGY_COOPERATION);
        request(matter("s", CounterpartKind.PILOT_BASE, "b2", LITHIUM_SIDE, INSTITUTE_SIDE));

        assertThat(meetings.pilotTests(List.of("b", "b2"))).containsOnly(Map.entry("b", 2));
    }
}
