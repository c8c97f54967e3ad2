package io.bridgehead.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/// The project's root and the folders below `.bridgehead/`, where everything is kept that is not
/// committed.
///
/// @param root the folder with the root pom
/// @param state the folder with data, logs, secrets and what runs; `.bridgehead` of the root, but a
///     test's own
public record Workspace(Path root, Path state) {

    public Workspace(Path root) {
        this(root, home(root));
    }

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

    /// The same checkout, with data, logs and secrets of its own.
    public Workspace at(Path ownState) {
        return new Workspace(root, ownState.toAbsolutePath());
    }

    /// Downloads: kept when everything else is forgotten, and shared by all that is done in the checkout.
    Path parts() {
        return create(home(root).resolve("parts"));
    }

    Path data(String part) {
        return create(state.resolve("data")).resolve(part);
    }

    Path log(String part) {
        return create(state.resolve("logs")).resolve(part + ".log");
    }

    Path run() {
        return create(state.resolve("run"));
    }

    Path secrets() {
        return state.resolve("secrets");
    }

    /// Runs `work` while no other process of this checkout runs work of that name.
    <T> T alone(String name, Supplier<T> work) {
        Path lock = parts().resolve(name + ".lock");
        try (FileChannel channel =
                FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock(); // released with the channel
            return work.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path home(Path root) {
        return root.resolve(".bridgehead");
    }

    private static Path create(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
