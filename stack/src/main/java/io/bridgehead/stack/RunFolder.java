package io.bridgehead.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/// What was started and not stopped: one small file for each part, read by the commands that come later;
/// and with which MongoDB, where someone else runs it.
///
/// @param folder `.bridgehead/run`
record RunFolder(Path folder) {

    private static final String ENDING = ".properties";
    private static final String FOREIGN_MONGO = "mongodb-uri";

    Optional<RunningPart> find(String name) {
        return all().stream().filter(part -> part.name().equals(name)).findFirst();
    }

    /// The part's process, if it was started and lives.
    Optional<RunningPart> alive(String name) {
        return find(name).filter(part -> part.process().isPresent());
    }

    List<RunningPart> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remember(RunningPart part) {
        String text =
                """
                name=%s
                pid=%d
                birth=%s
                since=%s
                port=%d
                log=%s
                """
                        .formatted(
                                part.name(),
                                part.pid(),
                                part.birth(),
                                part.since(),
                                part.port(),
                                part.log());
        Path fresh = folder.resolve(part.name() + ".fresh");
        try {
            Files.writeString(fresh, text);
            Files.move(fresh, file(part.name()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forget(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @return nothing where the MongoDB is one of our parts
    Optional<String> foreignMongo() {
        try {
            return Optional.of(Files.readString(folder.resolve(FOREIGN_MONGO)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// For the commands that come later and may not be told. It may hold a password, so that only its owner
    /// reads it.
    ///
    /// @param uri nothing where the MongoDB is one of our parts
    void rememberForeignMongo(Optional<String> uri) {
        Path file = folder.resolve(FOREIGN_MONGO);
        try {
            if (uri.isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            Path fresh = folder.resolve(FOREIGN_MONGO + ".fresh");
            Files.deleteIfExists(fresh);
            Files.createFile(
                    fresh,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, uri.get());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ENDING);
    }

    /// @return nothing where the file has gone meanwhile, or is empty: the machine lost its power
    private static Optional<RunningPart> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (properties.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new RunningPart(
                        properties.getProperty("name"),
                        Long.parseLong(properties.getProperty("pid")),
                        properties.getProperty("birth"),
                        Instant.parse(properties.getProperty("since")),
                        Integer.parseInt(properties.getProperty("port")),
                        Path.of(properties.getProperty("log"))));
    }
}
