package io.bridgehead.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DescriptionTest {

    private static TestBed bed;

    @BeforeAll
    static void start() {
        bed = new TestBed();
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    private static void describe(Upstream service, String path, Duration after) {
        service.on(
                "/v3/api-docs",
                exchange -> {
                    sleep(after);
                    Upstream.json(
                            exchange,
                            200,
                            """
                            {"openapi": "3.1.0",
                             "paths": {"%s": {"get": {"operationId": "list"}},
                                       "/internal": {"get": {}}}}
                            """
                                    .formatted(path));
                });
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Nor is one away that takes its time.
    @Test
    void theDescriptionsAreOneAndAServiceThatIsAwayIsNamed() throws Exception {
        describe(bed.registration, "/api/v1/cities", Duration.ZERO);
        describe(bed.matchmaking, "/api/v1/projects", Duration.ofSeconds(4));
        bed.contract.on("/v3/api-docs", exchange -> Upstream.json(exchange, 500, "out of order"));

        JsonNode merged = TestBed.json(bed.get("/api/v1/openapi.json"));

        assertThat(merged.path("openapi").asString()).startsWith("3.");
        assertThat(merged.path("paths").propertyNames())
                .containsExactlyInAnyOrder("/api/v1/cities", "/api/v1/projects");
        assertThat(merged.path("servers").path(0).path("url").asString()).isEqualTo("/");
        assertThat(merged.path("x-left-out")).hasSize(1);
        assertThat(merged.path("x-left-out").path(0).asString()).isEqualTo("contract");
        assertThat(merged.path("info").path("description").asString()).contains("contract");

        for (int i = 0; i < 10; i++) {
            bed.get("/api/v1/openapi.json");
        }
        bed.registration.take();
        assertThat(bed.registration.receivedNothing()).as("asked once").isTrue();
    }
}
