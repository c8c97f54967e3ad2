package io.bridgehead.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTest {

    private static final Duration ANSWER = Duration.ofMillis(700);

    private static TestBed bed;
    private static ServerSocket gibberish;

    @BeforeAll
    static void start() throws IOException {
        gibberish = new ServerSocket(0);
        bed =
                new TestBed(
                        "bridgehead.gateway.routing.answer=" + ANSWER.toMillis() + "ms",
                        service("away", portOfNobody()),
                        "bridgehead.gateway.routing.services.away.resources=away",
                        service("gibberish", gibberish.getLocalPort()),
                        "bridgehead.gateway.routing.services.gibberish.resources=gibberish");
    }

    private static String service(String name, int port) {
        return "bridgehead.gateway.routing.services.%s.addresses=http://127.0.0.1:%d"
                .formatted(name, port);
    }

    private static int portOfNobody() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    @AfterAll
    static void stop() throws IOException {
        bed.close();
        gibberish.close();
    }

    @BeforeEach
    void forget() {
        bed.registration.forget();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/cities, registration",
        "/api/v1/industries, registration",
        "/api/v1/editions/2025-quzhou/places, registration",
        "/api/v1/organisations?city=qz, registration",
        "/api/v1/delegations/d-1, registration",
        "/api/v1/imports/i-1, registration",
        "/api/v1/delegates, registration",
        "/api/v1/projects, matchmaking",
        "/api/v1/funds, matchmaking",
        "/api/v1/pilot-bases, matchmaking",
        "/api/v1/suggestions?project=p-1, matchmaking",
        "/api/v1/timetables/2025-quzhou, matchmaking",
        "/api/v1/meetings/m-1, matchmaking",
        "/api/v1/agreements, contract",
        "/api/v1/seal-keys, contract",
        "/api/v1/chains, contract",
        "/api/v1/services/registration/parked-events, registration",
        "/api/v1/services/matchmaking/rebuilds, matchmaking",
        "/api/v1/services/contract/parked-events, contract",
    })
    void aResourceIsServedByTheServiceThatKeepsIt(String target, String service) throws Exception {
        HttpResponse<String> answer = bed.get(target);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(TestBed.json(answer).path("service").asString()).isEqualTo(service);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/",
                "/api/v1",
                "/api/v1/nothing",
                "/api/v1/citiesandmore",
                "/api/v1/Cities",
                "/api/v1/services",
                "/api/v1/services/",
                "/api/v1/services/gateway/x",
                "/api/v2/cities",
                "/cities",
                "/v3/api-docs",
                "/actuator/env",
                "/swagger-ui/index.html",
                "/webjars/swagger-ui/index.html",
            })
    void whatNoServiceKeepsIsNotFound(String target) throws Exception {
        HttpResponse<String> answer = bed.get(target);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(TestBed.slug(answer)).isEqualTo("not-found");
        assertThat(bed.registration.receivedNothing()).isTrue();
    }

    @Test
    void methodTargetAndBodyArriveAsTheyWereSent() throws Exception {
        String body = "{\"title\":\"中试合作\"}";

        bed.send(
                bed.request("/api/v1/delegations/%E8%A1%A2%E5%B7%9E?q=a%2Fb%20c&after=x+y")
                        .method("PATCH", BodyPublishers.ofString(body)));

        Upstream.Received received = bed.registration.take();
        assertThat(received.method()).isEqualTo("PATCH");
        assertThat(received.target())
                .isEqualTo("/api/v1/delegations/%E8%A1%A2%E5%B7%9E?q=a%2Fb%20c&after=x+y");
        assertThat(received.body()).isEqualTo(body);
        assertThat(received.header("content-length")).containsExactly("24");
    }

    @Test
    void aLargeBodyGoesThroughBothWays() throws Exception {
        byte[] sheet = new byte[5_000_000];
        new Random(1).nextBytes(sheet);
        bed.registration.on(
                "/api/v1/delegations/large/imports",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    try (exchange) {
                        exchange.getResponseBody().write(sheet);
                    }
                });

        HttpResponse<byte[]> answer =
                bed.send(
                        bed.request("/api/v1/delegations/large/imports")
                                .POST(BodyPublishers.ofByteArray(sheet)),
                        BodyHandlers.ofByteArray());

        assertThat(answer.body()).isEqualTo(sheet);
        assertThat(bed.registration.take().body())
                .isEqualTo(new String(sheet, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"204", "304", "404", "409", "412", "500"})
    void theServicesStatusIsTheCallers(int status) throws Exception {
        bed.registration.on(
                "/api/v1/cities/" + status,
                exchange -> {
                    exchange.getResponseHeaders().set("ETag", "\"7\"");
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });

        HttpResponse<String> answer = bed.get("/api/v1/cities/" + status);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"7\"");
    }

    @Test
    void headIsAnsweredWithoutABody() throws Exception {
        HttpResponse<String> answer =
                bed.send(bed.request("/api/v1/cities").method("HEAD", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(bed.registration.take().method()).isEqualTo("HEAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/imports/quiet/progress", "/api/v1/cities/changes"})
    void eventsArriveOneByOneHoweverLongTheStreamIsSilent(String target) throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        bed.registration.on(
                target,
                exchange -> {
                    OutputStream events = stream(exchange);
                    pause(ANSWER.plusMillis(300));
                    write(events, "data: 1\n\n");
                    await(read);
                    pause(ANSWER.plusMillis(300));
                    write(events, "data: 2\n\n");
                    exchange.close();
                });

        HttpResponse<InputStream> answer =
                bed.send(
                        bed.request(target + "?edition=e1").header("Accept", "text/event-stream"),
                        BodyHandlers.ofInputStream());

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        try (BufferedReader events = lines(answer)) {
            assertThat(events.readLine()).isEqualTo("data: 1");
            read.countDown();
            assertThat(events.readLine()).isEmpty();
            assertThat(events.readLine()).isEqualTo("data: 2");
        }
    }

    @Test
    void aStreamEndsAtTheServiceWhenTheCallerLeaves() throws Exception {
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        bed.registration.on(
                "/api/v1/imports/left/progress",
                exchange -> {
                    OutputStream events = stream(exchange);
                    try {
                        while (true) {
                            write(events, "data: 1\n\n");
                            pause(Duration.ofMillis(50));
                        }
                    } catch (IOException _) {
                        ended.complete(true);
                    }
                });

        try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), bed.port)) {
            caller.getOutputStream()
                    .write(
                            "GET /api/v1/imports/left/progress HTTP/1.1\r\nHost: gateway\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(caller.getInputStream().read()).isPositive();
        }

        assertThat(ended.get(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aSilentServiceIsTooSlow() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        bed.registration.on("/api/v1/cities/silent", _ -> await(never));

        HttpResponse<String> answer = bed.get("/api/v1/cities/silent");
        never.countDown();

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(TestBed.slug(answer)).isEqualTo("service-too-slow");
    }

    @Test
    void anAnswerThatStallsIsBrokenOffAndNotEndedAsIfWhole() {
        CountDownLatch never = new CountDownLatch(1);
        bed.registration.on(
                "/api/v1/cities/stalling",
                exchange -> {
                    exchange.sendResponseHeaders(200, 1000);
                    write(exchange.getResponseBody(), "half");
                    await(never);
                });

        assertThatThrownBy(() -> bed.get("/api/v1/cities/stalling"))
                .isInstanceOf(IOException.class);
        never.countDown();
    }

    @Test
    void aServiceThatHangsUpHasFailed() throws Exception {
        bed.registration.on("/api/v1/cities/hung-up", HttpExchange::close);

        HttpResponse<String> answer = bed.get("/api/v1/cities/hung-up");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(TestBed.slug(answer)).isEqualTo("service-failed");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
    }

    @Test
    void aServiceThatIsAwayIsSaidToBe() throws Exception {
        HttpResponse<String> answer = bed.get("/api/v1/away");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(TestBed.slug(answer)).isEqualTo("service-away");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.body()).doesNotContain("127.0.0.1");
    }

    @Test
    void aServiceThatAnswersGibberishHasFailed() throws Exception {
        Thread.startVirtualThread(() -> {
            try (Socket caller = gibberish.accept()) {
                caller.getOutputStream().write("what?\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });

        HttpResponse<String> answer = bed.get("/api/v1/gibberish");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(TestBed.slug(answer)).isEqualTo("service-failed");
    }

    private static OutputStream stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }

    private static void write(OutputStream stream, String text) throws IOException {
        stream.write(text.getBytes(StandardCharsets.UTF_8));
        stream.flush();
    }

    private static BufferedReader lines(HttpResponse<InputStream> answer) {
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
