package io.bridgehead.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {

    private static final String TRACEPARENT =
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private static TestBed bed;

    @BeforeAll
    static void start() {
        bed = new TestBed("bridgehead.gateway.door.largest-body=1KB");
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @BeforeEach
    void forget() {
        bed.registration.forget();
    }

    @Test
    void aServiceHearsWhatTheApiSpeaksOf() throws Exception {
        String token = bed.issuer.token("someone");

        bed.send(
                bed.request("/api/v1/delegations")
                        .header("Accept", "application/json")
                        .header("Accept-Language", "en")
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "k-1")
                        .header("If-Match", "\"3\"")
                        .header("User-Agent", "partner/1")
                        .POST(BodyPublishers.ofString("{}")));

        Upstream.Received received = bed.registration.take();
        assertThat(received.header("accept")).containsExactly("application/json");
        assertThat(received.header("accept-language")).containsExactly("en");
        assertThat(received.header("authorization")).containsExactly("Bearer " + token);
        assertThat(received.header("content-type")).containsExactly("application/json");
        assertThat(received.header("idempotency-key")).containsExactly("k-1");
        assertThat(received.header("if-match")).containsExactly("\"3\"");
        assertThat(received.header("user-agent")).containsExactly("partner/1");
        assertThat(received.header("host"))
                .containsExactly(bed.registration.address().substring("http://".length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded: for=10.0.0.1;proto=https",
                "X-Forwarded-For: 10.0.0.1",
                "X-Forwarded-Host: evil.test",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Port: 443",
                "X-Forwarded-Prefix: /admin",
                "X-Forwarded-Ssl: on",
                "X-Real-IP: 10.0.0.1",
                "X-Original-URL: /admin",
                "X-Rewrite-URL: /admin",
                "X-HTTP-Method-Override: DELETE",
                "X-Bridgehead-Caller: organizer",
                "Via: 1.1 proxy",
                "Cookie: session=1",
                "Proxy-Authorization: Basic eDp5",
                "Proxy-Connection: keep-alive",
                "Keep-Alive: timeout=5",
                "TE: trailers",
                "Trailer: X-Later",
                "Upgrade: h2c",
                "HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA",
                "baggage: role=organizer",
            })
    void aServiceDoesNotHearWhatIsNotForIt(String header) throws Exception {
        Raw.Answer answer =
                Raw.send(
                        bed.port,
                        "GET /api/v1/cities HTTP/1.1",
                        "Host: gateway",
                        header,
                        "Connection: close");

        assertThat(answer.status()).isEqualTo(200);
        String name = header.substring(0, header.indexOf(':')).toLowerCase(Locale.ROOT);
        assertThat(bed.registration.take().headers()).doesNotContainKey(name);
    }

    @Test
    void aCallerThatWaitsToBeAskedForTheBodyIsAskedByUs() throws Exception {
        bed.send(
                bed.request("/api/v1/delegations")
                        .expectContinue(true)
                        .POST(BodyPublishers.ofString("{}")));

        Upstream.Received received = bed.registration.take();
        assertThat(received.body()).isEqualTo("{}");
        assertThat(received.headers()).doesNotContainKey("expect");
    }

    @Test
    void aCallerCannotTakeHeadersAwayByNamingThemInConnection() throws Exception {
        Raw.send(
                bed.port,
                "GET /api/v1/cities HTTP/1.1",
                "Host: gateway",
                "Accept-Language: en",
                "traceparent: " + TRACEPARENT,
                "Connection: close, traceparent, Accept-Language");

        Upstream.Received received = bed.registration.take();
        assertThat(received.header("accept-language")).containsExactly("en");
        assertThat(received.header("traceparent")).containsExactly(TRACEPARENT);
    }

    @Test
    void aCallerDoesNotHearWhatIsOurs() throws Exception {
        bed.registration.on(
                "/api/v1/cities/talkative",
                exchange -> {
                    var headers = exchange.getResponseHeaders();
                    headers.set("Server", "Tomcat/11");
                    headers.set("X-Powered-By", "Spring");
                    headers.set("X-Application-Context", "registration:8081");
                    headers.set("Set-Cookie", "JSESSIONID=1");
                    headers.set("Via", "1.1 inside");
                    headers.set("Keep-Alive", "timeout=20");
                    headers.set("traceparent", TRACEPARENT);
                    headers.set("Access-Control-Allow-Origin", "*");
                    headers.set("Content-Security-Policy", "default-src *");
                    headers.set("Strict-Transport-Security", "max-age=0");
                    headers.set("RateLimit", "\"inner\";r=1;t=1");
                    headers.set("ETag", "\"3\"");
                    headers.set("Link", "</api/v1/cities?after=x>; rel=\"next\"");
                    headers.set("Location", "/api/v1/cities/1");
                    headers.set("Vary", "Accept-Language");
                    Upstream.json(exchange, 200, "{}");
                });

        HttpResponse<String> answer = bed.get("/api/v1/cities/talkative");

        assertThat(answer.headers().map())
                .doesNotContainKeys(
                        "server",
                        "x-powered-by",
                        "x-application-context",
                        "set-cookie",
                        "via",
                        "keep-alive",
                        "traceparent",
                        "access-control-allow-origin",
                        "strict-transport-security");
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'");
        assertThat(answer.headers().allValues("RateLimit"))
                .singleElement()
                .asString()
                .startsWith("\"address\"");
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"3\"");
        assertThat(answer.headers().firstValue("Link"))
                .hasValue("</api/v1/cities?after=x>; rel=\"next\"");
        assertThat(answer.headers().firstValue("Location")).hasValue("/api/v1/cities/1");
        assertThat(answer.headers().firstValue("Vary")).hasValue("Accept-Language");
    }

    @Test
    void theServicesWordOnCachingStandsAndElseNothingIsKept() throws Exception {
        bed.registration.on(
                "/api/v1/cities/cached",
                exchange -> {
                    exchange.getResponseHeaders().set("Cache-Control", "max-age=60");
                    Upstream.json(exchange, 200, "{}");
                });

        assertThat(bed.get("/api/v1/cities/cached").headers().allValues("Cache-Control"))
                .containsExactly("max-age=60");
        assertThat(bed.get("/api/v1/cities").headers().allValues("Cache-Control"))
                .containsExactly("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/cities",
                "GET /api/v1/nothing",
                "GET /api/v1/openapi.json",
                "GET /",
                "GET /docs",
                "GET /docs/swagger-ui.css",
                "GET /nothing",
                "GET /actuator/health/readiness",
                "POST /docs",
                "OPTIONS /api/v1/cities",
                "TRACE /",
                "GET /api/../x",
                "GET /a b",
                "nonsense",
            })
    void everyAnswerTellsTheBrowserWhatItMayNotDo(String request) throws Exception {
        Raw.Answer answer =
                Raw.send(bed.port, request + " HTTP/1.1", "Host: gateway", "Connection: close");

        assertSecured(answer);
    }

    @Test
    void soDoAnswersToBodiesAndTokensThatAreRefused() throws Exception {
        Raw.Answer tooLarge =
                Raw.send(
                        bed.port,
                        "POST /api/v1/delegations HTTP/1.1",
                        "Host: gateway",
                        "Content-Length: 2000",
                        "Connection: close");
        Raw.Answer noToken =
                Raw.send(
                        bed.port,
                        "GET /api/v1/delegations HTTP/1.1",
                        "Host: gateway",
                        "Authorization: Bearer x",
                        "Connection: close");

        assertThat(tooLarge.status()).isEqualTo(413);
        assertSecured(tooLarge);
        assertThat(noToken.status()).isEqualTo(401);
        assertSecured(noToken);
    }

    private static void assertSecured(Raw.Answer answer) {
        assertThat(answer.header("Content-Security-Policy"))
                .singleElement()
                .extracting(policy -> policy.replace("connect-src 'self' http://issuer.test;", ""))
                .asString()
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe", "http:", "https:", "*");
        assertThat(answer.header("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.header("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(answer.header("Permissions-Policy"))
                .singleElement()
                .asString()
                .contains("camera=()");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
        assertThat(answer.header("Server")).isEmpty();
    }

    @Test
    void theCallersTraceGoesOn() throws Exception {
        bed.send(
                bed.request("/api/v1/cities")
                        .header("traceparent", TRACEPARENT)
                        .header("tracestate", "partner=1")
                        .header("tracestate", "other=2"));

        Upstream.Received received = bed.registration.take();
        assertThat(received.header("traceparent")).containsExactly(TRACEPARENT);
        assertThat(received.header("tracestate")).containsExactly("partner=1,other=2");
    }

    @Test
    void aProblemNamesTheTrace() throws Exception {
        HttpResponse<String> answer =
                bed.send(bed.request("/api/v1/nothing").header("traceparent", TRACEPARENT));

        assertThat(TestBed.json(answer).path("traceId").asString())
                .isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
            })
    void whatIsNoTraceIsReplacedByANewOne(String traceparent) throws Exception {
        bed.send(
                bed.request("/api/v1/cities")
                        .header("traceparent", traceparent)
                        .header("tracestate", "partner=1"));

        Upstream.Received received = bed.registration.take();
        assertThat(received.header("traceparent"))
                .singleElement()
                .asString()
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]")
                .isNotEqualTo(traceparent);
        assertThat(received.header("tracestate")).isEmpty();
    }

    @Test
    void everyRequestWithoutATraceBeginsItsOwn() throws Exception {
        bed.get("/api/v1/cities");
        bed.get("/api/v1/cities");

        List<String> first = bed.registration.take().header("traceparent");
        List<String> second = bed.registration.take().header("traceparent");
        assertThat(first).hasSize(1).isNotEqualTo(second);
    }
}
