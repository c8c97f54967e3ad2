package io.bridgehead.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whether Swagger UI lives with the strict policy, only a browser can tell: the system's Chromium,
/// where there is one.
class DocsPageInBrowserTest {

    @TempDir private Path work;

    @Test
    void theApiIsShownAndNothingIsRefused() throws Exception {
        Optional<Path> chromium = chromium();
        assumeTrue(chromium.isPresent(), "no Chromium on this machine: the page is not looked at");
        try (TestBed bed = new TestBed()) {
            bed.registration.on(
                    "/v3/api-docs",
                    exchange ->
                            Upstream.json(
                                    exchange,
                                    200,
                                    """
                                    {"openapi": "3.1.0",
                                     "paths": {"/api/v1/cities": {"get": {"tags": ["city"],
                                       "operationId": "cities", "summary": "所有城市",
                                       "responses": {"200": {"description": "列表"}}}}}}
                                    """));

            Path page = work.resolve("page.html");
            Path console = work.resolve("console.log");
            Process browser =
                    new ProcessBuilder(
                                    chromium.get().toString(),
                                    "--headless=new",
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--user-data-dir=" + work.resolve("profile"),
                                    "--enable-logging=stderr",
                                    "--virtual-time-budget=20000",
                                    "--dump-dom",
                                    "http://127.0.0.1:" + bed.port + "/docs#/city/cities")
                            .redirectOutput(page.toFile())
                            .redirectError(console.toFile())
                            .start();
            assertThat(browser.waitFor(120, TimeUnit.SECONDS)).isTrue();

            assertThat(Files.readString(page, StandardCharsets.UTF_8))
                    .contains("/api/v1/cities", "所有城市", "列表");
            assertThat(Files.readString(console, StandardCharsets.UTF_8))
                    .doesNotContain("Content Security Policy", "Refused to", "Uncaught");
        }
    }

    private static Optional<Path> chromium() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder ->
                        Stream.of("chromium", "chromium-browser", "google-chrome")
                                .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
