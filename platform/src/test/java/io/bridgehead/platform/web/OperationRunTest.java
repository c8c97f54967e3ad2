package io.bridgehead.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OperationRunTest {

    private final Operation operation =
            new Operation(
                    "op-1",
                    "import",
                    Operation.State.RUNNING,
                    0,
                    0,
                    List.of(),
                    Map.of(),
                    "someone",
                    Instant.EPOCH,
                    null,
                    null);
    private final OperationRun run = new OperationRun(operation, new byte[] {1, 2});

    @Test
    void aStepIsTheSameCommandInEveryRun() {
        OperationRun another = new OperationRun(operation, new byte[0]);

        assertThat(run.step("row-2")).isEqualTo(another.step("row-2"));
        assertThat(run.step("row-2")).isNotEqualTo(run.step("row-3"));
    }

    @Test
    void findingsAreBoundedAndSayThatThereAreMore() {
        for (int row = 2; row < 3_000; row++) {
            run.finding(new Finding(row, null, "bad", Map.of("zh", "坏", "en", "bad")));
        }

        List<Finding> findings = run.progress().findings();
        assertThat(findings).hasSize(OperationRun.MOST_FINDINGS);
        assertThat(findings.getLast().code()).isEqualTo("more-findings");
        assertThat(findings.getLast().row()).isEqualTo(OperationRun.MOST_FINDINGS + 1);
        assertThat(findings.getLast().message()).containsOnlyKeys("zh", "en");
    }

    @Test
    void workThatNeverAskedCameToItsEnd() {
        run.stop();

        assertThat(run.cutShort()).isFalse();
        assertThat(run.cancelled()).isTrue();
        assertThat(run.cutShort()).isTrue();
    }
}
