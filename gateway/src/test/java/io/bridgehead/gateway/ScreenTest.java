package io.bridgehead.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

class ScreenTest {

    private static TestBed bed;

    @BeforeAll
    static void start() {
        bed =
                new TestBed(
                        "bridgehead.gateway.door.slowest-headers=300ms",
                        "bridgehead.gateway.door.slowest-request=1s");
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @BeforeEach
    void forget() {
        bed.registration.forget();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/cities/../delegates",
                "/api/v1/./cities",
                "/api/v1/cities/..",
                "/api/v1/cities/.",
                "/api/v1/cities/%2e%2e/delegates",
                "/api/v1/cities/%2E./delegates",
                "/api/v1/cities%2f..%2fdelegates",
                "/api/v1/cities%2Fqz",
                "/api/v1/cities%5cqz",
                "/api/v1/cities\\qz",
                "/api/v1//cities",
                "//api/v1/cities",
                "/api/v1/cities;jsessionid=1",
                "/;/api/v1/cities",
                "/;not-found",
                "/api/v1/cities%3bx",
                "/api/v1/cities%00",
                "/api/v1/cities%0d%0aX:1",
                "/api/v1/cities%20",
                "/api/v1/cities%7f",
                "/api/v1/cities%252e",
                "/api/v1/cities%c0%ae",
                "/api/v1/cities%",
                "/api/v1/cities%4",
                "/api/v1/cities%zz",
                "/api/v1/cities#fragment",
                "/api/v1/cities|x",
                "/api/v1/{cities}",
                "/api/v1/cities?q=%zz",
                "/api/v1/cities?q=%4",
                "/api/v1/cities?q=<x>",
                "/api/v1/cities?q=\\",
                "api/v1/cities",
                "*",
                "http://gateway/api/v1/cities",
                "http://evil.test/api/v1/cities",
                "gateway:80",
                "?",
                "/api/v1/citi\u00e9s",
            })
    void aTargetThatCouldBeReadInTwoWaysGoesNoFurther(String target) throws Exception {
        Raw.Answer answer = Raw.get(bed.port, target);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(TestBed.json(answer.body()).path("slug").asString())
                .isEqualTo("malformed-request");
        assertThat(bed.registration.receivedNothing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/cities",
                "/api/v1/cities/",
                "/api/v1/cities/a.b",
                "/api/v1/cities/...",
                "/api/v1/cities/.well-known",
                "/api/v1/cities/%E8%A1%A2%E5%B7%9E",
                "/api/v1/cities/a:b@c!$&'()*+,=~-_",
                "/api/v1/cities?q=../..&r=%2F%2e%00;x[]=1?/",
            })
    void aTargetThatIsClearArrivesAsItIs(String target) throws Exception {
        Raw.Answer answer = Raw.get(bed.port, target);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(bed.registration.take().target()).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get", "FOO"})
    void aMethodOutsideTheApiIsNotAllowed(String method) throws Exception {
        Raw.Answer answer =
                Raw.send(
                        bed.port,
                        method + " /api/v1/cities HTTP/1.1",
                        "Host: gateway",
                        "Connection: close");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).containsExactly("GET, HEAD, POST, PUT, PATCH, DELETE");
        assertThat(TestBed.json(answer.body()).path("slug").asString())
                .isEqualTo("method-not-allowed");
        assertThat(bed.registration.receivedNothing()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'Host:'",
        "'X-Other: 1'",
        "'Host: one\r\nHost: two'",
        "'Host: one two'",
        "'Host: user@gateway'",
        "'Host: gateway/path'",
        "'Host: gateway:port'",
    })
    void aRequestNamesOneHost(String header) throws Exception {
        Raw.Answer answer =
                Raw.send(bed.port, "GET /api/v1/cities HTTP/1.1", header, "Connection: close");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(bed.registration.receivedNothing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 1\r\nContent-Length: 2",
                "Content-Length: -1",
                "Content-Length: 1x",
                "Name with spaces: 1",
                "No-Colon",
                "Bad\u0001Name: 1",
            })
    void headersThatAreNoneAreRefused(String header) throws Exception {
        Raw.Answer answer =
                Raw.send(
                        bed.port,
                        "POST /api/v1/delegations HTTP/1.1",
                        "Host: gateway",
                        header,
                        "Connection: close");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(TestBed.json(answer.body()).path("slug").asString())
                .isEqualTo("malformed-request");
        assertThat(bed.registration.receivedNothing()).isTrue();
    }

    /// Two readings of one length are how a second request is smuggled past a gateway.
    @Test
    void lengthAndChunksTogetherAreReadAsOneRequestOnly() throws Exception {
        Raw.sendText(
                bed.port,
                """
                POST /api/v1/delegations HTTP/1.1
                Host: gateway
                Content-Length: 5
                Transfer-Encoding: chunked
                Connection: close

                0

                GET /api/v1/delegates HTTP/1.1
                Host: gateway

                """
                        .replace("\n", "\r\n"));

        if (!bed.registration.receivedNothing()) {
            Upstream.Received received = bed.registration.take();
            assertThat(received.method()).isEqualTo("POST");
            assertThat(received.body()).isEmpty();
            assertThat(received.headers()).doesNotContainKey("content-length");
        }
        assertThat(bed.registration.receivedNothing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3\r\nabc\r\nzz\r\n", "3\r\nabcXX0\r\n\r\n", "zz\r\n"})
    void aBodyInBrokenChunksDoesNotArriveAsIfWhole(String chunks) throws Exception {
        Raw.Answer answer =
                Raw.sendText(
                        bed.port,
                        "POST /api/v1/delegations HTTP/1.1\r\nHost: gateway\r\n"
                                + "Transfer-Encoding: chunked\r\n\r\n"
                                + chunks);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(TestBed.json(answer.body()).path("slug").asString())
                .isEqualTo("malformed-request");
        Raw.get(bed.port, "/api/v1/cities");
        assertThat(bed.registration.take().method()).isEqualTo("GET");
        assertThat(bed.registration.receivedNothing()).isTrue();
    }

    @Test
    void aVersionThatIsNotSpokenIsRefusedLikeAnythingElse() throws Exception {
        Raw.Answer answer =
                Raw.send(
                        bed.port,
                        "GET /api/v1/cities HTTP/2.0",
                        "Host: gateway",
                        "Connection: close");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(TestBed.json(answer.body()).path("slug").asString())
                .isEqualTo("malformed-request");
    }

    @Test
    void whoSendsAHeadDropByDropIsHungUpOn() throws Exception {
        try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), bed.port)) {
            OutputStream drops = caller.getOutputStream();
            drops.write("GET /api/v1/cities HTTP/1.1\r\nHost: gateway\r\n".getBytes(US_ASCII));

            assertThatThrownBy(
                            () -> {
                                for (int i = 0; i < 50; i++) {
                                    Thread.sleep(100);
                                    drops.write("X: 1\r\n".getBytes(US_ASCII));
                                }
                            })
                    .isInstanceOf(IOException.class);
        }
        assertThat(bed.registration.receivedNothing()).isTrue();
    }

    @Test
    void manyRequestsOnOneConnectionAreNotOneSlowOne() throws Exception {
        try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), bed.port)) {
            for (int i = 0; i < 4; i++) {
                Thread.sleep(150);
                caller.getOutputStream()
                        .write("HEAD / HTTP/1.1\r\nHost: gateway\r\n\r\n".getBytes(US_ASCII));

                StringBuilder answer = new StringBuilder();
                while (answer.indexOf("\r\n\r\n") < 0) {
                    answer.append((char) caller.getInputStream().read());
                }
                assertThat(answer).startsWith("HTTP/1.1 200 OK");
            }
        }
    }

    @Test
    void whoNeverSendsTheBodyIsHungUpOn() throws Exception {
        String answer =
                Raw.sendText(
                                bed.port,
                                "POST /api/v1/delegations HTTP/1.1\r\nHost: gateway\r\n"
                                        + "Content-Length: 10\r\n\r\nhalf")
                        .text();

        assertThat(answer).doesNotContain("200 OK");
    }

    /// Whoever likes could fill the log with that.
    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aCallerThatHangsUpIsNoFaultOfOurs(CapturedOutput log) throws Exception {
        for (int i = 0; i < 30; i++) {
            try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), bed.port)) {
                caller.setSoLinger(true, 0);
                String token = bed.issuer.token("someone-" + i);
                caller.getOutputStream()
                        .write(
                                ("GET /api/v1/nothing HTTP/1.1\r\nHost: gateway\r\n"
                                                + "Authorization: Bearer "
                                                + token
                                                + "\r\n\r\n")
                                        .getBytes(US_ASCII));
            }
        }
        Raw.get(bed.port, "/api/v1/cities");

        assertThat(log.getAll()).doesNotContain("AbortedException");
    }

    @Test
    void aRefusalWaitsForTheAnswersBeforeItAndEndsNothing() throws Exception {
        bed.registration.on(
                "/api/v1/cities/slow",
                exchange -> {
                    try {
                        Thread.sleep(200);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    Upstream.json(exchange, 200, "{}");
                });

        String answers = "";
        try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), bed.port)) {
            caller.setSoTimeout(5_000);
            caller.getOutputStream()
                    .write(
                            """
                            GET /api/v1/cities/slow HTTP/1.1
                            Host: gateway

                            GET /api/../x HTTP/1.1
                            Host: gateway

                            GET /api/v1/nothing HTTP/1.1
                            Host: gateway

                            """
                                    .replace("\n", "\r\n")
                                    .getBytes(US_ASCII));
            byte[] part = new byte[8192];
            while (!answers.contains("HTTP/1.1 404")) {
                int length = caller.getInputStream().read(part);
                assertThat(length).as("more after:%n%s", answers).isPositive();
                answers += new String(part, 0, length, StandardCharsets.UTF_8);
            }
        }

        assertThat(answers).containsSubsequence("HTTP/1.1 200", "HTTP/1.1 400", "HTTP/1.1 404");
    }
}
