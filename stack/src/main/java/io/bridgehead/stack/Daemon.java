package io.bridgehead.stack;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// One started process, its output in a log of its own.
public final class Daemon implements AutoCloseable {

    private static final int LAST_BYTES = 8192;
    private static final int LAST_LINES = 15;
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(20);

    private final Launch launch;
    private final Process process;
    private final Thread hook;

    private Daemon(Launch launch, Process process) {
        this.launch = launch;
        this.process = process;
        this.hook = new Thread(process::destroy, "stop-" + launch.name());
    }

    /// Starts it as a child that does not outlive this JVM; returns when it answers.
    static Daemon attached(Launch launch) {
        Daemon daemon = start(launch, launch.command(), ProcessBuilder.Redirect.PIPE);
        Runtime.getRuntime().addShutdownHook(daemon.hook);
        daemon.awaitReady();
        return daemon;
    }

    /// Starts it in a session of its own, so that it outlives this JVM, the terminal and its Ctrl-C;
    /// returns at once.
    static Daemon detached(Launch launch) {
        List<String> command = new ArrayList<>(ownSession());
        command.addAll(launch.command());
        return start(launch, command, ProcessBuilder.Redirect.from(new File("/dev/null")));
    }

    /// Both replace themselves by the command, so that the process is the part itself.
    private static List<String> ownSession() {
        return Tool.onPath("setsid")
                .map(List::of)
                .orElse(List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec @ARGV"));
    }

    private static Daemon start(
            Launch launch, List<String> command, ProcessBuilder.Redirect input) {
        Ports.requireFree(launch.name(), launch.port());
        try {
            Files.createDirectories(launch.folder());
            Files.createDirectories(launch.log().toAbsolutePath().getParent());
            keepOneBefore(launch.log());
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .directory(launch.folder().toFile())
                            .redirectInput(input)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.to(launch.log().toFile()));
            builder.environment().putAll(launch.environment());
            return new Daemon(launch, builder.start());
        } catch (IOException e) {
            throw new StackException(launch.name() + " does not start: " + e.getMessage(), e);
        }
    }

    /// The log of the run before stays beside the new one: it may say why there is a new one.
    private static void keepOneBefore(Path log) throws IOException {
        if (Files.exists(log)) {
            Path before = log.resolveSibling(log.getFileName() + ".before");
            Files.move(log, before, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// Waits until the part answers.
    ///
    /// @throws StackException when it dies or stays silent, with its last lines
    void awaitReady() {
        Instant deadline = Instant.now().plus(launch.patience());
        while (!launch.ready().getAsBoolean()) {
            if (!process.isAlive()) {
                throw new StackException(
                        launch.name()
                                + " ended with status "
                                + process.exitValue()
                                + ":\n"
                                + lastLines());
            }
            if (Instant.now().isAfter(deadline)) {
                close();
                throw new StackException(
                        launch.name()
                                + " did not answer within "
                                + launch.patience().toSeconds()
                                + " s:\n"
                                + lastLines());
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                close();
                throw new StackException(launch.name() + " was interrupted while starting", e);
            }
        }
    }

    public String address() {
        return launch.address();
    }

    public Process process() {
        return process;
    }

    String lastLines() {
        return lastLines(launch.log());
    }

    static String lastLines(Path log) {
        try (InputStream in = Files.newInputStream(log)) {
            in.skipNBytes(Math.max(0, Files.size(log) - LAST_BYTES));
            return lastLines(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    static String lastLines(String output) {
        List<String> lines = output.lines().toList();
        return String.join(
                "\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    /// As if the machine had lost its power, for tests of what survives it.
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_AT_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
            process.getOutputStream().close();
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException e) {
            // the JVM is going down, and the hook does this already
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
