package io.bridgehead.matchmaking.timetable;

import static io.bridgehead.matchmaking.Examples.EDITION;
import static org.assertj.core.api.Assertions.assertThat;

import io.bridgehead.matchmaking.Stores;
import io.bridgehead.matchmaking.timetable.Timetable.Wish;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.PendingEvent;
import io.bridgehead.platform.documents.Unsent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimetablesTest {

    private static final int AT_ONCE = 32;

    private final Queue<Unsent> unsent = new ConcurrentLinkedQueue<>();
    private final Timetables timetables = new Timetables(Stores.fresh(unsent::add));

    private static List<Slot> slots(int number) {
        Instant start = Instant.parse("2025-09-25T01:00:00Z");
        return IntStream.range(0, number)
                .mapToObj(i -> start.plus(Duration.ofMinutes(30L * i)))
                .map(from -> new Slot(from, from.plus(Duration.ofMinutes(25))))
                .toList();
    }

    /// Eight people meet four, each of these eight: more meetings than tables at any hour.
    private static Wish wish(int number) {
        return new Wish(
                "m" + number, List.of("p" + number % 8, "q" + number / 8), List.of("qz", "sr"));
    }

    private static void atOnce(int number, IntConsumer task) throws Exception {
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> tasks =
                    IntStream.range(0, number)
                            .<Callable<Boolean>>mapToObj(i ->
                                    () -> {
                                        task.accept(i);
                                        return true;
                                    })
                            .toList();
            for (Future<Boolean> done : together.invokeAll(tasks)) {
                assertThat(done.get()).isTrue();
            }
        }
    }

    private Timetable timetable() {
        return timetables.find(EDITION).orElseThrow().state();
    }

    private void open(int tables, int slots) {
        var _ =
                timetables.open(
                        EDITION,
                        CommandId.random(),
                        List.of("qz", "sr"),
                        IntStream.rangeClosed(1, tables).mapToObj(i -> "A" + i).toList(),
                        slots(slots));
    }

    @Test
    void ofThirtyTwoBookingsAtOnceNoneTakesWhatAnotherHas() throws Exception {
        open(3, 10);

        atOnce(AT_ONCE, i -> timetables.book(EDITION, new CommandId("book-" + i), wish(i)));

        Timetable after = timetable();
        TimetableTest.assertNothingIsBookedTwice(after);
        assertThat(after.bookings().size() + after.waiting().size()).isEqualTo(AT_ONCE);
        assertThat(after.bookings()).hasSizeGreaterThan(20);
        assertThat(typesTold())
                .filteredOn("booking.made.v1"::equals)
                .hasSize(after.bookings().size());
        assertThat(typesTold())
                .filteredOn("booking.refused.v1"::equals)
                .hasSize(after.waiting().size());
    }

    @Test
    void theFirstOnesToComeAtOnceAllFindTheDocumentThatOneOfThemMakes() throws Exception {
        atOnce(AT_ONCE, i -> timetables.book(EDITION, new CommandId("book-" + i), wish(i)));

        assertThat(timetable().isOpen()).isFalse();
        assertThat(timetable().waiting()).hasSize(AT_ONCE);
    }

    @Test
    void bookingsAndReleasesAtOnceLeaveNobodyAtATableThatIsNotHis() throws Exception {
        open(2, 8);
        atOnce(16, i -> timetables.book(EDITION, new CommandId("book-" + i), wish(i)));

        atOnce(
                AT_ONCE,
                i -> {
                    if (i < 16) {
                        timetables.release(EDITION, new CommandId("release-" + i), "m" + i);
                    } else {
                        timetables.book(EDITION, new CommandId("book-" + i), wish(i));
                    }
                });

        Timetable after = timetable();
        TimetableTest.assertNothingIsBookedTwice(after);
        assertThat(after.left()).hasSize(16);
        assertThat(after.bookings().size() + after.waiting().size()).isEqualTo(16);
    }

    @Test
    void aReleaseThatFindsNoTimetableMakesNone() {
        timetables.release(EDITION, CommandId.random(), "m1");

        assertThat(timetables.find(EDITION)).isEmpty();
    }

    /// Each event once: a document's later writes hand over what waits with what they add.
    private List<String> typesTold() {
        return unsent.stream()
                .flatMap(told -> told.events().stream())
                .distinct()
                .map(PendingEvent::type)
                .toList();
    }
}
