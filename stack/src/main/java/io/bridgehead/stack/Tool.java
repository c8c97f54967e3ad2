package io.bridgehead.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Runs a command to its end.
final class Tool {

    private Tool() {}

    /// @param complaint what to say when it fails; its own last words are added
    /// @return what it printed
    static String run(
            String complaint, Path folder, Map<String, String> environment, List<String> command) {
        try {
            Files.createDirectories(folder);
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new StackException(
                        "%s (%s ended with %d):%n%s"
                                .formatted(complaint, command.getFirst(), status, tail(output)));
            }
            return output;
        } catch (IOException e) {
            throw new StackException(complaint + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException(complaint + ": interrupted", e);
        }
    }

    private static String tail(String output) {
        List<String> lines = output.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    }
}
