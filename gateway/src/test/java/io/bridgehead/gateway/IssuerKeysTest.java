package io.bridgehead.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.jwk.RSAKey;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IssuerKeysTest {

    private static final Duration BETWEEN_FETCHES = Duration.ofMillis(200);

    private static TestBed bed;

    @BeforeAll
    static void start() {
        bed =
                new TestBed(
                        "bridgehead.gateway.token.between-fetches="
                                + BETWEEN_FETCHES.toMillis()
                                + "ms",
                        "bridgehead.gateway.token.remembered=1s");
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    /// The gateway has the keys that the issuer signs with now, and may fetch again: what one test
    /// fetched is not counted against the next.
    @BeforeEach
    void know() throws InterruptedException {
        await().until(() ->
                bed.get("/api/v1/delegates", bed.issuer.token("zero")).statusCode() == 200);
        Thread.sleep(BETWEEN_FETCHES.multipliedBy(2));
    }

    @Test
    void theKeysOutliveAnOutage() throws Exception {
        bed.issuer.goAway();
        try {
            assertThat(bed.get("/api/v1/delegates", bed.issuer.token("two")).statusCode())
                    .isEqualTo(200);
        } finally {
            bed.issuer.comeBack();
        }
    }

    @Test
    void aNewKeyIsFetchedAndAWithdrawnOneIsGoodForAMomentOnly() throws Exception {
        String old = bed.issuer.token("one");
        assertThat(bed.get("/api/v1/delegates", old).statusCode()).isEqualTo(200);

        bed.issuer.rotate();

        assertThat(bed.get("/api/v1/delegates", bed.issuer.token("two")).statusCode())
                .isEqualTo(200);
        await().until(() -> bed.get("/api/v1/delegates", old).statusCode() == 401);
    }

    @Test
    void inventedKeysAreNoLoadOnTheIssuer() throws Exception {
        RSAKey invented = Issuer.newKey();
        int before = bed.issuer.fetches();
        long began = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            RSAKey key = new RSAKey.Builder(invented).keyID("invented-" + i).build();
            String token = Issuer.sign(Issuer.claims("someone").build(), key);

            assertThat(bed.get("/api/v1/delegates", token).statusCode()).isEqualTo(401);
        }

        long intervals =
                Duration.ofNanos(System.nanoTime() - began).toMillis() / BETWEEN_FETCHES.toMillis()
                        + 1;
        assertThat(bed.issuer.fetches() - before)
                .isLessThanOrEqualTo(Math.toIntExact(2 * intervals + 1))
                .isLessThan(100);
    }

    @Test
    void manyTokensNeedNoNewFetch() throws Exception {
        int before = bed.issuer.fetches();
        for (int i = 0; i < 20; i++) {
            assertThat(bed.get("/api/v1/delegates", bed.issuer.token("s" + i)).statusCode())
                    .isEqualTo(200);
        }

        assertThat(bed.issuer.fetches()).isEqualTo(before);
    }
}
