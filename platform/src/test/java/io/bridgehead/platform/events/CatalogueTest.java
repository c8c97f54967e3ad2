package io.bridgehead.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.bridgehead.stack.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The page on events names the events that there are, and shows each one's sample and schema.
class CatalogueTest {

    private static final Pattern LINK = Pattern.compile("\\]\\((?<file>[^)#]+)");

    private final Path docs = Workspace.find().root().resolve("docs");

    @Test
    void everyEventThatHasASampleIsOnThePage() throws IOException {
        String page = Files.readString(docs.resolve("events.md"));

        try (Stream<Path> files = Files.list(docs.resolve("events"))) {
            assertThat(files.map(file -> "(events/" + file.getFileName() + ")"))
                    .isNotEmpty()
                    .allSatisfy(link -> assertThat(page).contains(link));
        }
    }

    @Test
    void everyLinkOnThePageLeadsSomewhere() throws IOException {
        List<String> links =
                LINK.matcher(Files.readString(docs.resolve("events.md")))
                        .results()
                        .map((MatchResult link) -> link.group("file"))
                        .toList();

        assertThat(links).isNotEmpty().allSatisfy(link -> assertThat(docs.resolve(link)).exists());
    }
}
