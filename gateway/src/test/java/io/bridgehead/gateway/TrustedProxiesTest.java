package io.bridgehead.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The proxies are at 127.0.2.0/24 and 10.9.0.0/16. Which address the gateway takes for the caller's
/// shows in whose bucket a request is drawn from.
class TrustedProxiesTest {

    private static final String PROXY = "127.0.2.1";
    private static final String STRANGER = "127.0.3.1";
    private static final int HALF = 50;

    private static TestBed bed;
    private static int test;

    private String caller = "";

    @BeforeAll
    static void start() {
        bed =
                new TestBed(
                        "bridgehead.gateway.door.trusted-proxies=127.0.2.0/24,10.9.0.0/16",
                        "bridgehead.gateway.rates.address.burst=100",
                        "bridgehead.gateway.rates.address.per-second=1");
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @BeforeEach
    void another() {
        test++;
        caller = "192.0.2." + test;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "%s, 10.9.1.1",
                "%s,10.9.1.1, 10.9.2.2",
                "198.51.100.1, %s",
                "nonsense, %s",
                "127.0.2.7, %s, 10.9.1.1",
            })
    void whatAProxySaysOfTheCallerIsBelieved(String forwarded) throws Exception {
        bed.callFrom(PROXY);
        drawFromBucketOf(caller);

        assertThat(left(forwarded.formatted(caller))).isLessThan(HALF);
    }

    @Test
    void inIpv6ACallerIsTheNetworkHeHasToHimself() throws Exception {
        bed.callFrom(PROXY);
        drawFromBucketOf("2001:db8:1:2::1");

        assertThat(left("2001:db8:1:2:ffff::2")).isLessThan(HALF);
        assertThat(left("2001:db8:1:3::1")).isGreaterThan(HALF);
    }

    @Test
    void whatAnybodyElseSaysIsNot() throws Exception {
        bed.callFrom(STRANGER);
        drawFromBucketOf(caller);

        assertThat(left("192.0.2.250")).isLessThan(HALF);
    }

    @ParameterizedTest
    @CsvSource({
        PROXY + ", https, true",
        PROXY + ", HTTPS, true",
        PROXY + ", 'http, https', true",
        PROXY + ", 'https, http', false",
        PROXY + ", http, false",
        PROXY + ", nonsense, false",
        STRANGER + ", https, false",
    })
    void overHttpsTheBrowserIsToldToStayThere(String from, String scheme, boolean told)
            throws Exception {
        bed.callFrom(from);

        HttpResponse<String> answer =
                bed.send(
                        bed.request("/actuator/health/liveness")
                                .header("X-Forwarded-Proto", scheme));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Strict-Transport-Security").isPresent())
                .isEqualTo(told);
    }

    @Test
    void theServiceHearsNothingOfIt() throws Exception {
        bed.callFrom(PROXY);
        bed.registration.forget();

        bed.send(
                bed.request("/api/v1/cities")
                        .header("X-Forwarded-For", caller)
                        .header("X-Forwarded-Proto", "https"));

        assertThat(bed.registration.take().headers())
                .doesNotContainKeys("x-forwarded-for", "x-forwarded-proto", "forwarded");
    }

    /// Empties it further than it fills again while a test runs.
    private static void drawFromBucketOf(String caller) throws Exception {
        while (left(caller) >= HALF) {}
    }

    private static int left(String forwarded) throws Exception {
        HttpRequest.Builder request =
                bed.request("/api/v1/nothing").header("X-Forwarded-For", forwarded);
        String left = bed.send(request).headers().firstValue("RateLimit").orElseThrow();
        return Integer.parseInt(left.replaceAll(".*;r=(\\d+);.*", "$1"));
    }
}
