package io.bridgehead.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IssuerAwayTest {

    private static TestBed bed;

    @BeforeAll
    static void start() {
        bed = new TestBed("bridgehead.gateway.token.between-fetches=200ms");
    }

    @AfterAll
    static void stop() {
        bed.close();
    }

    @Test
    void withoutTheIssuerNobodyCanSayWhetherATokenIsGoodUntilItIsThere() throws Exception {
        bed.issuer.goAway();
        String token = bed.issuer.token("someone");

        for (int i = 0; i < 5; i++) {
            HttpResponse<String> answer = bed.get("/api/v1/delegates", token);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(TestBed.slug(answer)).isEqualTo("sign-in-away");
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        }
        assertThat(bed.get("/api/v1/cities").statusCode()).isEqualTo(200);
        assertThat(bed.get("/actuator/health/readiness").statusCode()).isEqualTo(200);

        bed.issuer.comeBack();
        await().until(() -> bed.get("/api/v1/delegates", token).statusCode() == 200);
    }
}
