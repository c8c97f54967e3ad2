package io.bridgehead.registration.places;

import static io.bridgehead.registration.edition.GuestKind.DELEGATE;
import static io.bridgehead.registration.edition.GuestKind.EXPERT;
import static io.bridgehead.registration.edition.GuestKind.INVESTOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.bridgehead.platform.documents.Transition;
import io.bridgehead.registration.edition.GuestKind;
import io.bridgehead.registration.edition.Quota;
import io.bridgehead.registration.places.Places.Block;
import io.bridgehead.registration.places.PlacesEvent.Granted;
import io.bridgehead.registration.places.PlacesEvent.Queued;
import io.bridgehead.registration.places.PlacesEvent.Released;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private final List<PlacesEvent> events = new ArrayList<>();
    private Places places =
            Places.of(
                    "2025-quzhou",
                    List.of(
                            new Quota("qz", DELEGATE, 2),
                            new Quota("qz", EXPERT, 1),
                            new Quota("sr", DELEGATE, 1)));

    @Test
    void whoComesInTimeGetsAPlaceAndTheOthersQueueInOrder() {
        draw("a", "qz", DELEGATE);
        draw("b", "qz", DELEGATE);
        draw("c", "qz", DELEGATE);
        draw("d", "qz", DELEGATE);

        assertThat(events)
                .containsExactly(
                        new Granted("a", "qz", DELEGATE),
                        new Granted("b", "qz", DELEGATE),
                        new Queued("c", "qz", DELEGATE, 1),
                        new Queued("d", "qz", DELEGATE, 2));
        assertThat(places.position("d")).hasValue(2);
        assertThat(places.position("a")).isEmpty();
    }

    @Test
    void citiesAndKindsOfGuestsDoNotTakeEachOthersPlaces() {
        draw("a", "sr", DELEGATE);
        draw("b", "sr", DELEGATE);
        draw("c", "qz", EXPERT);
        draw("d", "qz", DELEGATE);

        assertThat(events)
                .containsExactly(
                        new Granted("a", "sr", DELEGATE),
                        new Queued("b", "sr", DELEGATE, 1),
                        new Granted("c", "qz", EXPERT),
                        new Granted("d", "qz", DELEGATE));
    }

    @Test
    void aFreedPlaceGoesToTheFirstInLineAndTheOthersMoveUp() {
        draw("a", "sr", DELEGATE);
        draw("b", "sr", DELEGATE);
        draw("c", "sr", DELEGATE);
        events.clear();

        release("a");

        assertThat(events)
                .containsExactly(
                        new Released("a", "sr", DELEGATE), new Granted("b", "sr", DELEGATE));
        assertThat(places.position("c")).hasValue(1);
    }

    @Test
    void whoeverLeavesTheLineFreesNoPlace() {
        draw("a", "sr", DELEGATE);
        draw("b", "sr", DELEGATE);
        draw("c", "sr", DELEGATE);
        events.clear();

        release("b");

        assertThat(events).containsExactly(new Released("b", "sr", DELEGATE));
        assertThat(places.position("c")).hasValue(1);
    }

    @Test
    void aPlaceNobodyWaitsForIsFreeForTheNextWhoComes() {
        draw("a", "sr", DELEGATE);
        release("a");
        events.clear();

        draw("b", "sr", DELEGATE);

        assertThat(events).containsExactly(new Granted("b", "sr", DELEGATE));
    }

    @Test
    void aSecondDrawOfTheSameDelegateChangesNothing() {
        draw("a", "sr", DELEGATE);
        draw("b", "sr", DELEGATE);
        Places before = places;
        events.clear();

        draw("a", "sr", DELEGATE);
        draw("b", "sr", DELEGATE);

        assertThat(places).isEqualTo(before);
        assertThat(events).isEmpty();
    }

    @Test
    void whoLeftDrawsNoPlaceWithALateRepeat() {
        draw("a", "sr", DELEGATE);
        release("a");
        events.clear();

        draw("a", "sr", DELEGATE);
        release("a");

        assertThat(events).isEmpty();
        assertThat(granted("sr", DELEGATE)).isEmpty();
    }

    @Test
    void whoLeavesBeforeHeDrewNeverDraws() {
        release("a");
        draw("a", "sr", DELEGATE);

        assertThat(events).isEmpty();
    }

    @Test
    void aKindWithoutQuotaHasALineAndNoPlace() {
        draw("a", "sr", INVESTOR);
        draw("b", "sr", INVESTOR);

        assertThat(events)
                .containsExactly(
                        new Queued("a", "sr", INVESTOR, 1), new Queued("b", "sr", INVESTOR, 2));
        assertThat(places.position("unknown")).isEqualTo(OptionalInt.empty());
    }

    @Test
    void afterAnyHistoryNothingIsOversoldAndNobodyWaitsBesideAFreePlace() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            places =
                    Places.of(
                            "2025-quzhou",
                            List.of(
                                    new Quota("qz", DELEGATE, random.nextInt(6)),
                                    new Quota("sr", EXPERT, random.nextInt(6))));
            Set<String> drawn = new HashSet<>();
            Set<String> gone = new HashSet<>();
            for (int i = 0; i < 100; i++) {
                int person = random.nextInt(30);
                String delegate = "d" + person;
                if (random.nextInt(3) > 0) {
                    boolean even = person % 2 == 0;
                    draw(delegate, even ? "qz" : "sr", even ? DELEGATE : EXPERT);
                    drawn.add(delegate);
                } else {
                    release(delegate);
                    gone.add(delegate);
                }
                drawn.removeAll(gone);

                Set<String> known = new HashSet<>();
                for (Block block : places.blocks()) {
                    assertThat(block.granted().size()).isLessThanOrEqualTo(block.places());
                    if (!block.waiting().isEmpty()) {
                        assertThat(block.granted()).hasSize(block.places());
                    }
                    known.addAll(block.granted());
                    known.addAll(block.waiting());
                }
                assertThat(known).as("seed %d", seed).isEqualTo(drawn);
            }
        }
    }

    private void draw(String delegate, String city, GuestKind kind) {
        apply(places.draw(delegate, city, kind));
    }

    private void release(String delegate) {
        apply(places.release(delegate));
    }

    private void apply(Transition<Places, PlacesEvent> transition) {
        places = transition.state();
        events.addAll(transition.events());
    }

    private List<String> granted(String city, GuestKind kind) {
        return places.blocks().stream()
                .filter(block -> block.city().equals(city) && block.kind() == kind)
                .flatMap(block -> block.granted().stream())
                .toList();
    }
}
