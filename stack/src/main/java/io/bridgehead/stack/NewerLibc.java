package io.bridgehead.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// MongoDB's engine needs glibc 2.38, and Debian 12 has 2.36. The next Debian's C library is fetched by
/// apt, from the machine's own sources and with apt's own checks, into a folder of ours, without root,
/// and only the engine's process runs on it.
final class NewerLibc {

    private static final int NEEDED_MINOR = 38;

    private NewerLibc() {}

    static String version() {
        return Tool.run(
                        "getconf failed",
                        Path.of("."),
                        Map.of(),
                        List.of("getconf", "GNU_LIBC_VERSION"))
                .replace("glibc", "")
                .strip();
    }

    /// @return how to run `program` on a C library that is new enough; nothing where that cannot be had
    static Optional<List<String>> run(Workspace workspace, String program) {
        String[] version = version().split("\\.");
        if (version.length > 1
                && Integer.parseInt(version[0]) == 2
                && Integer.parseInt(version[1]) >= NEEDED_MINOR) {
            return Optional.of(List.of(program));
        }
        return workspace
                .alone("libc", () -> fetched(workspace.parts().resolve("libc")))
                .map(loader -> through(loader, program));
    }

    private static Optional<Path> fetched(Path folder) {
        try {
            Optional<Path> loader = loader(folder);
            if (loader.isEmpty()) {
                fetch(folder);
                loader = loader(folder);
            }
            return loader;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> through(Path loader, String program) {
        Path own = loader.resolveSibling("");
        String triplet = loader.getName(loader.getNameCount() - 2).toString();
        String libraries = own + ":/usr/lib/" + triplet + ":/lib/" + triplet;
        return List.of(loader.toString(), "--library-path", libraries, program);
    }

    private static Optional<Path> loader(Path folder) throws IOException {
        Path unpacked = folder.resolve("root/usr/lib");
        if (!Files.isDirectory(unpacked)) {
            return Optional.empty();
        }
        // in the folder of the architecture; on arm64 a link to it lies beside that
        try (Stream<Path> files = Files.walk(unpacked, 2)) {
            return files.filter(file -> file.getFileName().toString().startsWith("ld-linux-"))
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .findFirst();
        }
    }

    private static void fetch(Path folder) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        if (!nextSuite(sources)) {
            return;
        }
        Path lists = Files.createDirectories(folder.resolve("lists"));
        Path cache = Files.createDirectories(folder.resolve("cache"));
        Files.createDirectories(lists.resolve("partial"));
        Files.createDirectories(cache.resolve("archives/partial"));
        List<String> apt =
                List.of(
                        "apt-get",
                        "-q",
                        "-o",
                        "Dir::Etc::SourceList=/dev/null",
                        "-o",
                        "Dir::Etc::SourceParts=" + sources.toAbsolutePath(),
                        "-o",
                        "Dir::State::Lists=" + lists.toAbsolutePath(),
                        "-o",
                        "Dir::Cache=" + cache.toAbsolutePath());
        String complaint = "The C library that MongoDB's engine needs could not be fetched by apt";
        Tool.run(complaint, folder, Map.of(), with(apt, "update"));
        Path packages = folder.resolve("packages");
        Tool.run(complaint, packages, Map.of(), with(apt, "download", "libc6"));
        try (Stream<Path> files = Files.list(packages)) {
            Path newest =
                    files.filter(file -> file.toString().endsWith(".deb"))
                            .findFirst()
                            .orElseThrow(() -> new StackException(complaint));
            Path unfinished = folder.resolve("unfinished");
            Tool.run(
                    complaint,
                    folder,
                    Map.of(),
                    List.of(
                            "dpkg-deb",
                            "-x",
                            newest.toAbsolutePath().toString(),
                            unfinished.toString()));
            Files.move(unfinished, folder.resolve("root"));
        }
    }

    private static List<String> with(List<String> command, String... words) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(words));
        return all;
    }

    /// Copies the machine's entry for Debian's main archive with its suite replaced.
    ///
    /// @return false when the machine is no Debian 12
    private static boolean nextSuite(Path into) throws IOException {
        List<Path> candidates = new ArrayList<>(List.of(Path.of("/etc/apt/sources.list")));
        Path parts = Path.of("/etc/apt/sources.list.d");
        if (Files.isDirectory(parts)) {
            try (Stream<Path> files = Files.list(parts)) {
                files.sorted().forEach(candidates::add);
            }
        }
        for (Path candidate : candidates) {
            if (!Files.isReadable(candidate)) {
                continue;
            }
            String text = Files.readString(candidate);
            String entry = candidate.toString().endsWith(".sources") ? deb822(text) : oneLine(text);
            if (!entry.isEmpty()) {
                String ending = candidate.toString().endsWith(".sources") ? ".sources" : ".list";
                Files.writeString(into.resolve("next" + ending), entry);
                return true;
            }
        }
        return false;
    }

    private static String deb822(String text) {
        for (String stanza : text.split("\n\\s*\n")) {
            boolean main =
                    stanza.lines()
                            .anyMatch(line ->
                                    line.startsWith("Suites:")
                                            && List.of(line.substring(7).strip().split("\\s+"))
                                                    .contains("bookworm"));
            if (main) {
                return stanza.replaceAll("(?m)^Suites:.*$", "Suites: trixie") + "\n";
            }
        }
        return "";
    }

    private static String oneLine(String text) {
        return text.lines()
                .filter(line -> line.startsWith("deb ") && line.contains(" bookworm "))
                .findFirst()
                .map(line -> line.replace(" bookworm ", " trixie ") + "\n")
                .orElse("");
    }
}
