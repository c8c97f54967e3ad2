package io.bridgehead.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bridgehead.stack.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A program of a partner city goes by the slugs: the page that it was written from names all of them.
class ApiPageTest {

    private static final String TITLE = ".title=";

    private static Set<String> slugsOf(Path module) {
        try {
            Set<String> slugs = new TreeSet<>();
            Path texts = module.resolve("src/main/resources/messages/problems_en.properties");
            for (String line :
                    Files.exists(texts) ? Files.readAllLines(texts) : List.<String>of()) {
                if (line.contains(TITLE)) {
                    slugs.add(line.substring(0, line.indexOf(TITLE)));
                }
            }
            return slugs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void thePageNamesEverySlugOfEveryModule() throws IOException {
        Path root = Workspace.find().root();
        String page = Files.readString(root.resolve("docs/api.md"));
        Set<String> slugs = new TreeSet<>();
        try (Stream<Path> modules = Files.list(root)) {
            modules.map(ApiPageTest::slugsOf).forEach(slugs::addAll);
        }

        assertThat(slugs).contains("not-found", "stale-version");
        assertThat(slugs).allSatisfy(slug -> assertThat(page).contains("`" + slug + "`"));
    }
}
