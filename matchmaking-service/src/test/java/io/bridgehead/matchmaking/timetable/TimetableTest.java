package io.bridgehead.matchmaking.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bridgehead.matchmaking.timetable.Timetable.Booking;
import io.bridgehead.matchmaking.timetable.Timetable.Shortage;
import io.bridgehead.matchmaking.timetable.Timetable.Wish;
import io.bridgehead.matchmaking.timetable.TimetableEvent.Made;
import io.bridgehead.matchmaking.timetable.TimetableEvent.Opened;
import io.bridgehead.matchmaking.timetable.TimetableEvent.Refused;
import io.bridgehead.matchmaking.timetable.TimetableEvent.Released;
import io.bridgehead.platform.documents.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimetableTest {

    private static final Slot NINE = slot(0);
    private static final Slot TEN = slot(1);

    private static Slot slot(int number) {
        Instant start = Instant.parse("2025-09-25T01:00:00Z").plus(Duration.ofHours(number));
        return new Slot(start, start.plus(Duration.ofMinutes(25)));
    }

    private static Wish wish(String meeting, String one, String other) {
        return new Wish(meeting, List.of(one, other), List.of("qz", "sr"));
    }

    private static Timetable opened(List<String> tables, Slot... slots) {
        return Timetable.unopened("e").open(List.of("qz", "sr"), tables, List.of(slots)).state();
    }

    private static Timetable booked(Timetable timetable, Wish... wishes) {
        Timetable after = timetable;
        for (Wish wish : wishes) {
            after = after.book(wish).state();
        }
        return after;
    }

    @Test
    void theEarliestSlotIsGivenAndTheFirstFreeTable() {
        Timetable timetable = opened(List.of("A1", "A2"), TEN, NINE);

        Transition<Timetable, TimetableEvent> first = timetable.book(wish("m1", "a", "b"));
        Transition<Timetable, TimetableEvent> second = first.state().book(wish("m2", "c", "d"));
        Transition<Timetable, TimetableEvent> third = second.state().book(wish("m3", "e", "f"));

        assertThat(first.events())
                .containsExactly(new Made(new Booking(wish("m1", "a", "b"), NINE, "A1")));
        assertThat(second.events())
                .containsExactly(new Made(new Booking(wish("m2", "c", "d"), NINE, "A2")));
        assertThat(third.events())
                .containsExactly(new Made(new Booking(wish("m3", "e", "f"), TEN, "A1")));
    }

    @Test
    void aPersonIsAtOneTableAtATime() {
        Timetable timetable = booked(opened(List.of("A1", "A2"), NINE, TEN), wish("m1", "a", "b"));

        assertThat(timetable.book(wish("m2", "c", "b")).events())
                .containsExactly(new Made(new Booking(wish("m2", "c", "b"), TEN, "A1")));
    }

    @Test
    void whoFindsNoPlaceHearsWhyAndWaits() {
        Timetable oneTable = booked(opened(List.of("A1"), NINE), wish("m1", "a", "b"));
        Timetable twoTables = booked(opened(List.of("A1", "A2"), NINE), wish("m1", "a", "b"));

        Transition<Timetable, TimetableEvent> full = oneTable.book(wish("m2", "c", "d"));
        Transition<Timetable, TimetableEvent> busy = twoTables.book(wish("m2", "c", "b"));

        assertThat(full.events())
                .containsExactly(new Refused(wish("m2", "c", "d"), Shortage.TABLES_TAKEN));
        assertThat(full.state().waiting()).containsExactly(wish("m2", "c", "d"));
        assertThat(busy.events())
                .containsExactly(new Refused(wish("m2", "c", "b"), Shortage.NO_COMMON_SLOT));
    }

    @Test
    void aFreedPlaceGoesToTheFirstInLineWhoCanUseIt() {
        Timetable timetable =
                booked(
                        opened(List.of("A1", "A2"), NINE),
                        wish("m1", "a", "b"),
                        wish("m2", "c", "d"),
                        wish("waits-for-d", "d", "e"),
                        wish("waits-for-a-table", "f", "g"),
                        wish("waits-too", "h", "i"));

        Transition<Timetable, TimetableEvent> released = timetable.release("m1");

        assertThat(released.events())
                .containsExactly(
                        new Released(wish("m1", "a", "b")),
                        new Made(new Booking(wish("waits-for-a-table", "f", "g"), NINE, "A1")));
        assertThat(released.state().waiting())
                .extracting(Wish::meeting)
                .containsExactly("waits-for-d", "waits-too");
    }

    @Test
    void whoWaitsMayLeaveTheLine() {
        Timetable timetable =
                booked(opened(List.of("A1"), NINE), wish("m1", "a", "b"), wish("m2", "c", "d"));

        Transition<Timetable, TimetableEvent> left = timetable.release("m2");

        assertThat(left.events()).isEmpty();
        assertThat(left.state().waiting()).isEmpty();
        assertThat(left.state().release("m1").events())
                .containsExactly(new Released(wish("m1", "a", "b")));
    }

    @Test
    void whatIsDeliveredAgainHoweverLateChangesNothing() {
        Timetable one =
                booked(opened(List.of("A1"), NINE), wish("m1", "a", "b"), wish("m2", "c", "d"));
        Timetable without = one.release("m1").state();

        assertThat(one.book(wish("m1", "a", "b"))).isEqualTo(Transition.none(one));
        assertThat(one.book(wish("m2", "c", "d"))).isEqualTo(Transition.none(one));
        assertThat(without.book(wish("m1", "a", "b"))).isEqualTo(Transition.none(without));
        assertThat(without.release("m1")).isEqualTo(Transition.none(without));
        assertThat(without.release("never-booked")).isEqualTo(Transition.none(without));
    }

    @Test
    void whoComesBeforeItIsOpenIsPlacedFirstWhenItOpens() {
        Timetable early =
                booked(Timetable.unopened("e"), wish("m1", "a", "b"), wish("m2", "a", "c"));
        assertThat(early.waiting()).hasSize(2);
        assertThat(Timetable.unopened("e").book(wish("m1", "a", "b")).events())
                .containsExactly(new Refused(wish("m1", "a", "b"), Shortage.NOT_OPEN));

        assertThat(early.open(List.of("qz"), List.of("A1"), List.of(NINE, TEN)).events())
                .containsExactly(
                        new Opened(),
                        new Made(new Booking(wish("m1", "a", "b"), NINE, "A1")),
                        new Made(new Booking(wish("m2", "a", "c"), TEN, "A1")));
    }

    @Test
    void whoFindsNoPlaceWhenItOpensHearsWhatIsShortNow() {
        Timetable early =
                booked(Timetable.unopened("e"), wish("m1", "a", "b"), wish("m2", "a", "c"));

        assertThat(early.open(List.of("qz"), List.of("A1"), List.of(NINE)).events())
                .containsExactly(
                        new Opened(),
                        new Made(new Booking(wish("m1", "a", "b"), NINE, "A1")),
                        new Refused(wish("m2", "a", "c"), Shortage.TABLES_TAKEN));
        assertThat(early.open(List.of("qz"), List.of("A1", "A2"), List.of(NINE)).events())
                .endsWith(new Refused(wish("m2", "a", "c"), Shortage.NO_COMMON_SLOT));
    }

    @Test
    void itIsOpenedOnce() {
        Timetable timetable = opened(List.of("A1"), NINE, TEN);

        assertThat(timetable.open(List.of("qz", "sr"), List.of("A1"), List.of(TEN, NINE)))
                .isEqualTo(Transition.none(timetable));
        assertThatThrownBy(() -> timetable.open(List.of("qz", "sr"), List.of("A2"), List.of(NINE)))
                .isInstanceOf(TimetableRejection.AlreadyOpen.class);
    }

    /// Whatever comes in whatever order: the promises of [Timetable] hold after each step.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void neverIsAnythingBookedTwiceNorDoesAnyoneWaitWhoCouldBePlaced(long seed) {
        Random random = new Random(seed);
        List<String> tables = List.of("A1", "A2", "A3");
        List<Slot> slots = IntStream.range(0, 4).mapToObj(TimetableTest::slot).toList();
        Timetable timetable = Timetable.unopened("e");
        for (int step = 0; step < 300; step++) {
            if (step == 10) {
                timetable = timetable.open(List.of("qz"), tables, slots).state();
            } else if (random.nextInt(3) > 0) {
                String one = "p" + random.nextInt(12);
                String other = "q" + random.nextInt(5);
                timetable = timetable.book(wish("m" + step, one, other)).state();
            } else {
                timetable = timetable.release("m" + random.nextInt(step + 1)).state();
            }
            assertNothingIsBookedTwice(timetable);
            assertNobodyWaitsWhoCouldBePlaced(timetable);
        }
        assertThat(timetable.bookings()).isNotEmpty();
        assertThat(timetable.left()).isNotEmpty();
    }

    static void assertNothingIsBookedTwice(Timetable timetable) {
        Set<List<Object>> taken = new HashSet<>();
        for (Booking booking : timetable.bookings()) {
            Stream.concat(Stream.of(booking.table()), booking.wish().people().stream())
                    .forEach(claim ->
                            assertThat(taken.add(List.of(booking.slot(), claim)))
                                    .as("%s twice at %s", claim, booking.slot())
                                    .isTrue());
            assertThat(taken.add(List.of("meeting", booking.wish().meeting()))).isTrue();
            assertThat(timetable.slots()).contains(booking.slot());
            assertThat(timetable.tables()).contains(booking.table());
        }
    }

    private static void assertNobodyWaitsWhoCouldBePlaced(Timetable timetable) {
        for (Wish wish : timetable.waiting()) {
            Wish twin = new Wish("another", wish.people(), wish.cities());
            assertThat(timetable.book(twin).events().getFirst())
                    .as("%s waits", wish)
                    .isInstanceOf(Refused.class);
        }
    }
}
