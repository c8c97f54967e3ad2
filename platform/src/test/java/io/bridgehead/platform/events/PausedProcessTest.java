package io.bridgehead.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Tally;
import io.bridgehead.platform.events.Listening.Ear;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class PausedProcessTest {

    private static final List<String> IDS =
            IntStream.range(0, CountingProcess.AGGREGATES).mapToObj(i -> "t" + i).toList();

    private final Place place = Place.fresh();
    private final Listening listening = new Listening(place);

    /// It stands still in the midst of sending and of hearing, is taken for dead, and wakes.
    @Test
    void aProcessThatWakesLateBreaksNoOrderAndDoesNothingTwice() throws Exception {
        try (Ear ear = listening.start();
                CountingProcess process = CountingProcess.counting(place)) {
            process.lines(200);
            await().until(() -> IDS.stream().allMatch(id -> count(ear, id) > 0));
            process.pause();

            for (String id : IDS) {
                add(ear, id, "while it is paused");
                awaitAllHeard(ear, id);
            }
            List<Integer> before = IDS.stream().map(id -> count(ear, id)).toList();
            process.resume();
            await().until(() ->
                    IntStream.range(0, IDS.size())
                            .allMatch(i -> count(ear, IDS.get(i)) > before.get(i) + 5));
            process.kill();

            for (String id : IDS) {
                add(ear, id, "after all");
                awaitAllHeard(ear, id);
            }
            int events = IDS.stream().mapToInt(id -> count(ear, id) + 1).sum();
            Map<String, List<Long>> first =
                    Wire.firstOccurrences(
                            Wire.read(
                                    place,
                                    records ->
                                            Wire.firstOccurrences(records).values().stream()
                                                            .mapToInt(List::size)
                                                            .sum()
                                                    == events));
            assertThat(first).hasSize(IDS.size());
            first.forEach((id, sequences) ->
                    assertThat(sequences)
                            .as(id)
                            .isEqualTo(
                                    LongStream.rangeClosed(1, count(ear, id) + 1)
                                            .boxed()
                                            .toList()));
        }
    }

    private static void add(Ear ear, String id, String when) {
        var _ = ear.instance().tallies().change(id, new CommandId(when + " " + id), Tally::add);
    }

    private static int count(Ear ear, String id) {
        return ear.instance().tallies().find(id).map(tally -> tally.state().count()).orElse(0);
    }

    private static void awaitAllHeard(Ear ear, String id) {
        List<Integer> all = IntStream.rangeClosed(0, count(ear, id)).boxed().toList();
        await().untilAsserted(() -> assertThat(ear.heard(id)).isEqualTo(all));
    }
}
