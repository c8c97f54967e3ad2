package io.bridgehead.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final int LARGEST = 100_000;

    private static TestBed bed;
    private static int test;

    @BeforeAll
    static void start() {
        bed =
                new TestBed(
                        "bridgehead.gateway.door.largest-body=" + LARGEST + "B",
                        "bridgehead.gateway.rates.signed-in.burst=5",
                        "bridgehead.gateway.rates.signed-in.per-second=1",
                        "bridgehead.gateway.rates.address.burst=10",
                        "bridgehead.gateway.rates.address.per-second=2");
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    /// Each test is another caller, with an address of its own.
    @BeforeEach
    void callFromElsewhere() {
        test++;
        bed.callFrom("127.0.1." + test);
        bed.registration.forget();
    }

    @Test
    void aBodyMayHaveSoManyBytesAndNoMore() throws Exception {
        assertThat(post(LARGEST).statusCode()).isEqualTo(200);
        assertThat(bed.registration.take().body()).hasSize(LARGEST);

        HttpResponse<String> answer = post(LARGEST + 1);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(TestBed.slug(answer)).isEqualTo("too-large");
        assertThat(TestBed.json(answer).path("detail").asString()).contains("100000");
        assertThat(bed.registration.receivedNothing()).isTrue();
    }

    @Test
    void soMayABodyOfUndeclaredLength() throws Exception {
        assertThat(postChunked(LARGEST).statusCode()).isEqualTo(200);
        assertThat(bed.registration.take().body()).hasSize(LARGEST);

        HttpResponse<String> answer = postChunked(LARGEST + 1);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(TestBed.slug(answer)).isEqualTo("too-large");
    }

    private HttpResponse<String> post(int length) throws Exception {
        return bed.send(
                bed.request("/api/v1/delegations")
                        .POST(BodyPublishers.ofString("x".repeat(length))));
    }

    private HttpResponse<String> postChunked(int length) throws Exception {
        byte[] body = "x".repeat(length).getBytes(StandardCharsets.US_ASCII);
        return bed.send(
                bed.request("/api/v1/delegations")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
    }

    @Test
    void theRefusalOfALargeBodyIsReadableWhileItIsStillSent() throws Exception {
        HttpResponse<String> answer = post(20_000_000);

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void headersMayBeSoLargeAndNoLarger() throws Exception {
        assertThat(withHeader(8_000).status()).isEqualTo(200);

        Raw.Answer answer = withHeader(20_000);

        assertThat(answer.status()).isEqualTo(431);
        assertThat(TestBed.json(answer.body()).path("slug").asString())
                .isEqualTo("headers-too-large");
    }

    private Raw.Answer withHeader(int length) throws Exception {
        return Raw.send(
                bed.port,
                "GET /api/v1/cities HTTP/1.1",
                "Host: gateway",
                "X-Long: " + "x".repeat(length),
                "Connection: close");
    }

    @Test
    void soMayTheAddress() throws Exception {
        assertThat(Raw.get(bed.port, "/api/v1/cities?q=" + "x".repeat(3_000)).status())
                .isEqualTo(200);

        Raw.Answer answer = Raw.get(bed.port, "/api/v1/cities?q=" + "x".repeat(5_000));

        assertThat(answer.status()).isEqualTo(414);
        assertThat(TestBed.json(answer.body()).path("slug").asString())
                .isEqualTo("address-too-long");
    }

    @Test
    void aSubjectMayCallSoOften() throws Exception {
        String token = bed.issuer.token("busy-" + test);
        for (int left = 4; left >= 0; left--) {
            HttpResponse<String> answer = bed.get("/api/v1/delegates", token);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("RateLimit-Policy"))
                    .hasValue("\"subject\";q=5;w=5");
            assertThat(answer.headers().firstValue("RateLimit"))
                    .hasValueSatisfying(value -> assertThat(value).startsWith("\"subject\";r="));
        }

        HttpResponse<String> answer = tooMany("/api/v1/delegates", token);

        assertThat(TestBed.slug(answer)).isEqualTo("too-many-requests");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(answer.headers().firstValue("RateLimit"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("\"subject\";r=0;t="));
        assertThat(TestBed.json(answer).path("detail").asString()).contains("1");
    }

    @Test
    void anotherSubjectAtTheSameAddressIsNotHeldUpAndNeitherIsTheSameOneLater() throws Exception {
        String token = bed.issuer.token("busy-" + test);
        tooMany("/api/v1/delegates", token);

        assertThat(bed.get("/api/v1/delegates", bed.issuer.token("calm")).statusCode())
                .isEqualTo(200);
        assertThat(bed.get("/api/v1/cities").statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(3))
                .until(() -> bed.get("/api/v1/delegates", token).statusCode() == 200);
    }

    @Test
    void anotherTokenOfTheSameSubjectIsTheSameCaller() throws Exception {
        tooMany("/api/v1/delegates", bed.issuer.token("busy-" + test));

        String another =
                Issuer.sign(
                        Issuer.claims("busy-" + test).jwtID("another").build(), bed.issuer.key());
        assertThat(bed.get("/api/v1/delegates", another).statusCode()).isEqualTo(429);
    }

    @Test
    void anAddressMayTryBadTokensSoOften() throws Exception {
        HttpResponse<String> answer = tooMany("/api/v1/delegates", "bad");

        assertThat(answer.headers().map()).doesNotContainKey("www-authenticate");
        assertThat(bed.get("/docs").statusCode()).isEqualTo(429);
    }

    @Test
    void nobodyIsHeldUpFromAskingForHealth() throws Exception {
        for (int i = 0; i < 20; i++) {
            HttpResponse<String> answer = bed.get("/actuator/health/liveness");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().map()).doesNotContainKey("ratelimit");
        }
    }

    @Test
    void aForwardedAddressIsNotTheCallers() throws Exception {
        for (int i = 0; i < 30; i++) {
            HttpResponse<String> answer =
                    bed.send(
                            bed.request("/api/v1/cities").header("X-Forwarded-For", "10.0.0." + i));
            if (answer.statusCode() == 429) {
                return;
            }
        }
        throw new AssertionError("a caller escaped the limit by naming other addresses");
    }

    /// Calls until it is too often: the bucket fills while it is emptied.
    private HttpResponse<String> tooMany(String target, String token) throws Exception {
        for (int i = 0; i < 100; i++) {
            HttpResponse<String> answer = bed.get(target, token);
            if (answer.statusCode() == 429) {
                return answer;
            }
        }
        throw new AssertionError("a hundred calls were not too many");
    }
}
