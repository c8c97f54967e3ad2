package io.bridgehead.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A part that was started, as the run folder remembers it.
///
/// @param birth tells the process from a later one that got the same pid
record RunningPart(String name, long pid, String birth, Instant since, int port, Path log) {

    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(20);

    static RunningPart of(Launch launch, ProcessHandle process) {
        return new RunningPart(
                launch.name(),
                process.pid(),
                birth(process),
                Instant.now(),
                launch.port(),
                launch.log().toAbsolutePath());
    }

    /// Its process, while it lives. A process of another birth is not ours, whatever its pid.
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> birth(process).equals(birth));
    }

    /// @throws StackException with its last lines, where it has died
    void requireAlive() {
        if (process().isEmpty()) {
            throw new StackException(name + " has died:\n" + Daemon.lastLines(log));
        }
    }

    /// Asks it to end, and ends it when it does not.
    CompletableFuture<Void> stop() {
        return process()
                .map(process -> {
                    process.destroy();
                    return process.onExit()
                            .copy()
                            .orTimeout(PATIENCE_AT_STOP.toSeconds(), TimeUnit.SECONDS)
                            .exceptionallyCompose(late -> {
                                process.destroyForcibly();
                                return process.onExit();
                            })
                            .thenAccept(gone -> {});
                })
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    /// The memory that it holds, in bytes; nothing where that cannot be told.
    OptionalLong resident() {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        try {
            String kilobytes =
                    Files.exists(status)
                            ? Files.readAllLines(status).stream()
                                    .filter(line -> line.startsWith("VmRSS:"))
                                    .findFirst()
                                    .orElse("")
                                    .replaceAll("\\D", "")
                            : Tool.run(
                                            "ps failed",
                                            Path.of("."),
                                            Map.of(),
                                            List.of("ps", "-o", "rss=", "-p", Long.toString(pid)))
                                    .strip();
            return OptionalLong.of(Long.parseLong(kilobytes) * 1024);
        } catch (IOException | NumberFormatException | StackException e) {
            return OptionalLong.empty();
        }
    }

    /// When it was born. The kernel's own count on Linux, where Java's instant moves with the clock.
    private static String birth(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            // the fields after the name, which is in brackets and may hold spaces; start time is
            // the 22nd
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip()
                    + " "
                    + fields[19];
        } catch (IOException e) {
            return process.info().startInstant().map(Instant::toString).orElse("unknown");
        }
    }
}
