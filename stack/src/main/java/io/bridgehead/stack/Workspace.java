package io.bridgehead.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The project's root and the folders below `.bridgehead/`, where everything is kept that is not
/// committed.
///
/// @param root the folder with the root pom
public record Workspace(Path root) {

    /// Walks up from the current folder.
    public static Workspace find() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))) {
                return new Workspace(folder);
            }
        }
        throw new StackException("Not inside a Bridgehead checkout: " + start);
    }

    /// Downloads: kept when everything else is forgotten.
    Path parts() {
        return folder("parts");
    }

    Path data(String part) {
        return folder("data").resolve(part);
    }

    Path logs() {
        return folder("logs");
    }

    Path run() {
        return folder("run");
    }

    Path secrets() {
        return folder("secrets");
    }

    private Path folder(String name) {
        Path folder = root.resolve(".bridgehead").resolve(name);
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
