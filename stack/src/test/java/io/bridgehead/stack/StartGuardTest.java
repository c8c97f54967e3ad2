package io.bridgehead.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartGuardTest {

    @TempDir private Path folder;

    /// What `up` does: one part that answers, one that never does.
    static final class Interrupted {

        private Interrupted() {}

        public static void main(String[] arguments) {
            Path folder = Path.of(arguments[0]);
            Progress progress = new Progress(System.out);
            RunFolder running = new RunFolder(folder);
            try (StartGuard guard = StartGuard.arm(running, progress)) {
                new StartUp(running, progress)
                        .start(
                                List.of(
                                        Listener.part(
                                                "before",
                                                Integer.parseInt(arguments[1]),
                                                folder,
                                                Set.of()),
                                        Listener.part("answers", folder, Set.of()),
                                        Listener.part("silent", folder, Set.of(), "silent")));
                guard.keepRunning();
            }
        }
    }

    @Test
    void anInterruptedStartLeavesNothingOfItsOwnAndNothingElseTouched() throws Exception {
        RunFolder running = new RunFolder(folder);
        int port = Ports.free();
        new StartUp(running, new Progress(System.out))
                .start(List.of(Listener.part("before", port, folder, Set.of())));
        RunningPart before = running.alive("before").orElseThrow();

        Process launcher = launcher(Interrupted.class, folder.toString(), Integer.toString(port));
        RunningPart answers = await(running, "answers");
        RunningPart silent = await(running, "silent");
        assertThatThrownBy(() -> Turn.take(running))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("process " + launcher.pid() + ".");
        launcher.destroy(); // SIGTERM: a Ctrl-C runs through the same hook
        assertThat(launcher.waitFor(30, TimeUnit.SECONDS)).isTrue();

        assertThat(answers.process()).isEmpty();
        assertThat(silent.process()).isEmpty();
        assertThat(running.all()).containsExactly(before);
        assertThat(before.process()).isPresent();
        Turn.take(running).close();
        before.stop().join();
    }

    private Process launcher(Class<?> program, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                JavaHome.java(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("launcher.log").toFile())
                .start();
    }

    private static RunningPart await(RunFolder running, String name) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            Optional<RunningPart> found = running.alive(name);
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(Duration.ofMillis(50));
        }
        throw new AssertionError(name + " was not started");
    }

    @Test
    void whatIsKeptOutlivesTheLauncher() throws IOException, InterruptedException {
        RunFolder running = new RunFolder(folder);
        Process launcher = launcher(Kept.class, folder.toString());

        assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();

        RunningPart kept = running.alive("kept").orElseThrow();
        kept.stop().join();
        assertThat(kept.process()).isEmpty();
    }

    static final class Kept {

        private Kept() {}

        public static void main(String[] arguments) {
            Path folder = Path.of(arguments[0]);
            Progress progress = new Progress(System.out);
            RunFolder running = new RunFolder(folder);
            try (StartGuard guard = StartGuard.arm(running, progress)) {
                new StartUp(running, progress)
                        .start(List.of(Listener.part("kept", folder, Set.of())));
                guard.keepRunning();
            }
        }
    }
}
