package io.bridgehead.platform.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.bridgehead.platform.identity.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// A realm as a resource server sees it: keys at an address, and tokens that they signed. Where the
/// token itself is what is tested; the journey has Keycloak's.
public final class TestRealm implements AutoCloseable {

    private final HttpServer server;
    private final RSAKey rsa;
    private final ECKey ec;
    private final AtomicInteger asked = new AtomicInteger();

    private TestRealm(HttpServer server, RSAKey rsa, ECKey ec) {
        this.server = server;
        this.rsa = rsa;
        this.ec = ec;
    }

    public static TestRealm start() {
        try {
            TestRealm realm =
                    new TestRealm(
                            HttpServer.create(
                                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0),
                            rsaKey("rsa-1"),
                            new ECKeyGenerator(Curve.P_256).keyID("ec-1").generate());
            realm.server.createContext("/protocol/openid-connect/certs", realm::giveKeys);
            realm.server.start();
            return realm;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static RSAKey rsaKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void giveKeys(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        byte[] keys =
                new JWKSet(List.of(rsa.toPublicJWK(), ec.toPublicJWK()))
                        .toString()
                        .getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
        }
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// How often the keys were fetched.
    public int asked() {
        return asked.get();
    }

    /// A good token of an account such as `qz-city-officer`.
    public String token(Role role, String city, String... organisations) {
        return sign(claims(role, city, organisations).build());
    }

    public JWTClaimsSet.Builder claims(Role role, String city, String... organisations) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(Callers.subject(role, city))
                .audience("bridgehead")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("city", city)
                .claim("org", List.of(organisations))
                .claim("realm_access", Map.of("roles", List.of(role.wire(), "offline_access")));
    }

    public String sign(JWTClaimsSet claims) {
        return sign(claims, rsa);
    }

    public static String sign(JWTClaimsSet claims, RSAKey key) {
        try {
            return sign(claims, JWSAlgorithm.RS256, key.getKeyID(), new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String signEs256(JWTClaimsSet claims) {
        try {
            return sign(claims, JWSAlgorithm.ES256, ec.getKeyID(), new ECDSASigner(ec));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String sign(
            JWTClaimsSet claims, JWSAlgorithm algorithm, String keyId, JWSSigner signer)
            throws JOSEException {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    /// The public half of the key that signs, for a token that abuses it as a shared secret.
    public byte[] publicKey() {
        try {
            return rsa.toRSAPublicKey().getEncoded();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /// From now on nobody answers at its address.
    @Override
    public void close() {
        server.stop(0);
    }
}
