package io.bridgehead.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bridgehead.platform.events.Listening.Ear;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class DeadSenderTest {

    private final Place place = Place.fresh();
    private final Listening listening = new Listening(place);

    @Test
    void whatAKilledProcessWroteAndDidNotSendAnotherInstanceSends() throws Exception {
        try (CountingProcess process = CountingProcess.standingStillBeforeItSends(place)) {
            process.lines(1);
            process.kill();
        }
        assertThat(Wire.count(place)).isZero();

        try (Ear ear = listening.start()) {
            awaitHeard(ear, "a", 1);

            assertThat(ear.heard("a")).containsExactly(0, 1);
            assertThat(Wire.firstOccurrences(Wire.read(place, 2)))
                    .isEqualTo(Map.of("a", List.of(1L, 2L)));
        }
    }

    @Test
    void aProcessThatIsKilledAtFullSpeedLosesNothingThatItHadAcknowledged() throws Exception {
        try (Ear ear = listening.start();
                CountingProcess process = CountingProcess.counting(place)) {
            List<String> lines = process.lines(400);
            Map<String, Integer> acknowledged =
                    acknowledged(Stream.concat(lines.stream(), process.kill().stream()));

            assertThat(acknowledged).isNotEmpty();
            for (Map.Entry<String, Integer> done : acknowledged.entrySet()) {
                String id = done.getKey();
                int count = ear.instance().tallies().get(id).state().count();
                assertThat(count).isBetween(done.getValue(), done.getValue() + 1);
                awaitHeard(ear, id, count);
                assertThat(ear.heard(id))
                        .isEqualTo(IntStream.rangeClosed(0, count).boxed().toList());
            }
            int events = acknowledged.keySet().stream().mapToInt(id -> ear.heard(id).size()).sum();
            Wire.firstOccurrences(Wire.read(place, events))
                    .forEach((id, sequences) ->
                            assertThat(sequences)
                                    .as(id)
                                    .isEqualTo(
                                            LongStream.rangeClosed(1, sequences.size())
                                                    .boxed()
                                                    .toList()));
        }
    }

    private static Map<String, Integer> acknowledged(Stream<String> lines) {
        Map<String, Integer> acknowledged = new HashMap<>();
        lines.map(line -> line.split(" "))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> acknowledged.put(parts[0], Integer.valueOf(parts[1])));
        return acknowledged;
    }

    private static void awaitHeard(Ear ear, String id, int last) {
        await().untilAsserted(() -> assertThat(ear.heard(id)).endsWith(last));
    }
}
