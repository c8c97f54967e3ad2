package io.bridgehead.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// An instance of one of our own programs, from the jar that the build leaves in the program's module.
final class Service {

    private static final String READINESS = "/actuator/health/readiness";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Service() {}

    static boolean ready(int port) {
        return Ports.healthy(port, READINESS);
    }

    static Launch launch(
            Workspace workspace, String name, int port, Map<String, String> environment, Path log) {
        List<String> command =
                List.of(
                        JavaHome.java(),
                        "-Xms48m",
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dstdout.encoding=UTF-8",
                        "-Dstderr.encoding=UTF-8",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-jar",
                        copy(workspace, name).toString());
        return new Launch(
                name,
                command,
                environment,
                workspace.data(name),
                port,
                "http://127.0.0.1:" + port,
                log,
                () -> ready(port),
                PATIENCE);
    }

    /// Whether the build has made another jar than the one that was started last.
    static boolean outdated(Workspace workspace, String name) {
        try {
            Path built = built(workspace, name);
            Path started = started(workspace, name);
            return Files.exists(built) && Files.exists(started) && !same(built, started);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// It runs from a copy of its own: a later build writes its jar anew, and the start of another instance
    /// the copy, under the feet of what runs from it.
    private static Path copy(Workspace workspace, String name) {
        Path built = built(workspace, name);
        Path started = started(workspace, name);
        if (!Files.exists(built)) {
            throw new StackException(
                    name + " is not built: " + built + " is missing. Run: mvn package");
        }
        try {
            if (!Files.exists(started) || !same(built, started)) {
                Files.createDirectories(started.getParent());
                Path fresh = started.resolveSibling(name + ".fresh");
                Files.copy(built, fresh, StandardCopyOption.REPLACE_EXISTING);
                Files.move(fresh, started, StandardCopyOption.ATOMIC_MOVE);
            }
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// By content: the build gives every jar the same time, so that builds can be repeated to the byte.
    private static boolean same(Path one, Path other) throws IOException {
        return Files.mismatch(one, other) == -1;
    }

    private static Path built(Workspace workspace, String name) {
        String module = Instance.named(name).part();
        return workspace
                .root()
                .resolve(module)
                .resolve("target")
                .resolve(module + "-" + Versions.of("bridgehead") + ".jar");
    }

    private static Path started(Workspace workspace, String name) {
        return workspace.run().resolve("jars").resolve(name + ".jar");
    }
}
