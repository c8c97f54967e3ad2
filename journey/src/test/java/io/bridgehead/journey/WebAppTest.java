package io.bridgehead.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bridgehead.stack.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The web app in the system's own browser, on phone and desk: Playwright's tests of `webapp/tests`,
/// each of them here under its own name.
class WebAppTest {

    private static final Path WEBAPP = Workspace.find().root().resolve("webapp");

    @TestFactory
    Stream<DynamicTest> inABrowser() throws Exception {
        Optional<Path> chromium = chromium();
        assumeTrue(chromium.isPresent(), "no Chromium on this machine: the web app is not walked");
        Path target = Files.createDirectories(WEBAPP.resolve("target"));
        Path report = target.resolve("browser.json");
        Files.deleteIfExists(report);
        Path log = target.resolve("browser.log");
        ProcessBuilder playwright =
                new ProcessBuilder("npm", "run", "--silent", "browser")
                        .directory(WEBAPP.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        playwright.environment().putAll(RunningSystem.get().asABrowserSeesIt());
        playwright.environment().put("CHROMIUM", chromium.get().toString());
        playwright.environment().put("PLAYWRIGHT_JSON_OUTPUT_FILE", report.toString());

        int status = playwright.start().waitFor();

        assertThat(report).as("status %d, %s", status, Files.readString(log)).exists();
        List<DynamicTest> tests = new ArrayList<>();
        JsonNode found = JsonMapper.shared().readTree(Files.readString(report));
        collect(found.path("suites"), tests);
        assertThat(tests).as("errors: %s", found.path("errors")).isNotEmpty();
        return tests.stream();
    }

    private static void collect(JsonNode suites, List<DynamicTest> into) {
        for (JsonNode suite : suites) {
            collect(suite.path("suites"), into);
            for (JsonNode spec : suite.path("specs")) {
                for (JsonNode test : spec.path("tests")) {
                    into.add(asSeen(spec.path("title").asString(), test));
                }
            }
        }
    }

    private static DynamicTest asSeen(String title, JsonNode test) {
        return DynamicTest.dynamicTest(
                title + " (" + test.path("projectName").asString() + ")",
                () ->
                        assertThat(test.path("status").asString())
                                .as(test.path("results").toString())
                                .isEqualTo("expected"));
    }

    private static Optional<Path> chromium() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(name -> Path.of("/usr/bin", name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
