package io.bridgehead.stack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs a command to its end.
final class Tool {

    private Tool() {}

    /// @param complaint what to say when it fails; its own last words are added
    /// @return what it printed
    static String run(
            String complaint, Path folder, Map<String, String> environment, List<String> command) {
        try {
            Files.createDirectories(folder);
            // into a file: waiting for an end can be interrupted, reading from a pipe cannot
            Path output = Files.createTempFile("bridgehead", ".out");
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                            .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            try {
                int status = end(builder.start());
                String said = Files.readString(output);
                if (status != 0) {
                    throw new StackException(
                            "%s (%s ended with %d):%n%s"
                                    .formatted(
                                            complaint,
                                            command.getFirst(),
                                            status,
                                            Daemon.lastLines(said)));
                }
                return said;
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new StackException(complaint + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException(complaint + ": interrupted", e);
        }
    }

    private static int end(Process process) throws InterruptedException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            throw e;
        }
    }

    /// A program's own file, where the PATH has it.
    static Optional<String> onPath(String program) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            Path candidate = Path.of(folder, program);
            if (Files.isExecutable(candidate)) {
                return Optional.of(candidate.toString());
            }
        }
        return Optional.empty();
    }
}
