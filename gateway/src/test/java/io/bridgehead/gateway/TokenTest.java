package io.bridgehead.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokenTest {

    private static TestBed bed;

    @BeforeAll
    static void start() {
        bed = new TestBed("bridgehead.gateway.token.skew=0s");
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
    void aGoodTokenLetsTheCallerOn() throws Exception {
        String token = bed.issuer.token("someone");

        assertThat(bed.get("/api/v1/delegates", token).statusCode()).isEqualTo(200);
        assertThat(bed.registration.take().header("authorization"))
                .containsExactly("Bearer " + token);
    }

    @Test
    void noTokenLetsTheCallerOnToo() throws Exception {
        assertThat(bed.get("/api/v1/cities").statusCode()).isEqualTo(200);
    }

    @Test
    void theSchemeIsReadInAnyCase() throws Exception {
        HttpResponse<String> answer =
                bed.send(
                        bed.request("/api/v1/delegates")
                                .header("Authorization", "bearer " + bed.issuer.token("someone")));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    static List<Map.Entry<String, Function<Issuer, String>>> defects() {
        return List.of(
                Map.entry("no token", _ -> "nonsense"),
                Map.entry("three dots", _ -> "a.b.c"),
                Map.entry("signed by another", _ -> signed(claims(), Issuer.newKey())),
                Map.entry(
                        "signed by another in the issuer's name",
                        issuer ->
                                signed(
                                        claims(),
                                        new RSAKey.Builder(Issuer.newKey())
                                                .keyID(issuer.key().getKeyID())
                                                .build())),
                Map.entry(
                        "changed after signing",
                        issuer -> Issuer.tampered(issuer.token("someone"), "another")),
                Map.entry("unsigned", _ -> new PlainJWT(claims().build()).serialize()),
                Map.entry("signed with the public key as a secret", TokenTest::signedWithPublicKey),
                Map.entry(
                        "expired",
                        issuer ->
                                signed(
                                        claims().expirationTime(in(Duration.ofSeconds(-2))),
                                        issuer.key())),
                Map.entry(
                        "without expiry",
                        issuer -> signed(claims().expirationTime(null), issuer.key())),
                Map.entry(
                        "not yet valid",
                        issuer ->
                                signed(
                                        claims().notBeforeTime(in(Duration.ofMinutes(5))),
                                        issuer.key())),
                Map.entry(
                        "of another issuer",
                        issuer -> signed(claims().issuer("http://evil.test"), issuer.key())),
                Map.entry("without issuer", issuer -> signed(claims().issuer(null), issuer.key())),
                Map.entry(
                        "for another audience",
                        issuer -> signed(claims().audience("account"), issuer.key())),
                Map.entry(
                        "without audience",
                        issuer -> signed(claims().audience((String) null), issuer.key())),
                Map.entry(
                        "without subject", issuer -> signed(claims().subject(null), issuer.key())));
    }

    private static JWTClaimsSet.Builder claims() {
        return Issuer.claims("someone");
    }

    private static Date in(Duration time) {
        return Date.from(Instant.now().plus(time));
    }

    private static String signed(JWTClaimsSet.Builder claims, RSAKey key) {
        return Issuer.sign(claims.build(), key);
    }

    private static String signedWithPublicKey(Issuer issuer) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims().build());
            token.sign(new MACSigner(issuer.key().toRSAPublicKey().getEncoded()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("defects")
    void aBadTokenLetsNobodyOn(Map.Entry<String, Function<Issuer, String>> defect)
            throws Exception {
        HttpResponse<String> answer =
                bed.get("/api/v1/cities", defect.getValue().apply(bed.issuer));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(TestBed.slug(answer)).isEqualTo("invalid-token");
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer error=\"invalid_token\"");
        assertThat(bed.registration.receivedNothing()).isTrue();
    }

    @Test
    void aTokenInAnotherSchemeOrTwiceLetsNobodyOn() throws Exception {
        String bearer = "Bearer " + bed.issuer.token("someone");

        assertThat(
                        bed.send(
                                        bed.request("/api/v1/cities")
                                                .header("Authorization", "Basic eDp5"))
                                .statusCode())
                .isEqualTo(401);
        assertThat(
                        bed.send(
                                        bed.request("/api/v1/cities")
                                                .header("Authorization", bearer)
                                                .header("Authorization", bearer))
                                .statusCode())
                .isEqualTo(401);
        assertThat(bed.registration.receivedNothing()).isTrue();
    }

    @Test
    void aTokenIsGoodUntilItExpiresAndNoLonger() throws Exception {
        String token = signed(claims().expirationTime(in(Duration.ofSeconds(4))), bed.issuer.key());

        assertThat(bed.get("/api/v1/delegates", token).statusCode()).isEqualTo(200);
        Thread.sleep(4_100);
        assertThat(bed.get("/api/v1/delegates", token).statusCode()).isEqualTo(401);
    }
}
