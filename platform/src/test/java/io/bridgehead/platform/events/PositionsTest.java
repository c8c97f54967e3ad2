package io.bridgehead.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionsTest {

    private static Positions positions(int fingerprint, long... next) {
        List<TopicPartition> partitions =
                IntStream.range(0, next.length)
                        .mapToObj(number -> new TopicPartition("topic", number))
                        .toList();
        return new Positions(new Positions.Topology(partitions, fingerprint), next);
    }

    @Test
    void whatIsWrittenIsRead() {
        Positions positions = positions(7, 0, 1, 127, 128, 300_000, Long.MAX_VALUE);

        assertThat(positions(7, 0, 0, 0, 0, 0, 0).read(positions.toString())).contains(positions);
    }

    @Test
    void aDayOfThreeTopicsFitsIntoAHeader() {
        long[] next = new long[36];
        Arrays.fill(next, 1_000_000);

        assertThat(positions(-1, next).toString()).hasSizeLessThan(160);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "AAAA", "AAAABwAA", "AAAABwD_", "AAAACAABAA"})
    void whatIsNoPositionInTheseTopicsIsNotRead(String text) {
        assertThat(positions(7, 0, 0, 0).read(text)).isEmpty();
    }

    @Test
    void topicsThatWereMadeAnewAreOthers() {
        assertThat(positions(8, 0, 0).read(positions(7, 0, 0).toString())).isEmpty();
    }

    @Test
    void theyMoveForwardAndNeverBack() {
        Positions positions = positions(7, 5, 5);

        assertThat(positions.behind(1, 8)).isEqualTo(positions(7, 5, 9));
        assertThat(positions.behind(1, 3)).isEqualTo(positions);
        assertThat(positions.isBefore(0, 5)).isTrue();
        assertThat(positions.isBefore(0, 4)).isFalse();
        assertThat(positions.orFurther(positions(7, 9, 1))).isEqualTo(positions(7, 9, 5));
        assertThat(positions.reaches(positions(7, 5, 5))).isTrue();
        assertThat(positions.reaches(positions(7, 5, 6))).isFalse();
    }
}
