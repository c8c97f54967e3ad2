package io.bridgehead.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A service that runs in two instances.
class InstancesTest {

    private static final String CONTRACTS =
            "bridgehead.gateway.routing.services.contract.addresses";
    private static final String CHANGES = "/api/v1/chains/changes";

    @Test
    void areAskedInTurnAndOneThatIsNotThereIsPassedOver() throws Exception {
        try (Upstream one = new Upstream("one");
                Upstream other = new Upstream("other");
                TestBed bed =
                        new TestBed(
                                CONTRACTS + "[0]=" + one.address(),
                                CONTRACTS + "[1]=" + other.address())) {
            one.on(CHANGES, exchange -> tell(exchange, "one"));
            other.on(CHANGES, exchange -> tell(exchange, "other"));

            assertThat(List.of(bed.get(CHANGES).body(), bed.get(CHANGES).body()))
                    .containsExactlyInAnyOrder("data: one\n\n", "data: other\n\n");
            one.leave();
            for (int i = 0; i < 4; i++) {
                HttpResponse<String> answer =
                        bed.send(
                                bed.request("/api/v1/agreements")
                                        .POST(BodyPublishers.ofString("{\"n\": " + i + "}")));
                assertThat(answer.body()).isEqualTo("{\"service\":\"other\"}");
            }
            other.leave();
            HttpResponse<String> answer = bed.get("/api/v1/agreements");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(TestBed.slug(answer)).isEqualTo("service-away");
        }
    }

    private static void tell(HttpExchange exchange, String name) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream events = exchange.getResponseBody()) {
            events.write(("data: " + name + "\n\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
