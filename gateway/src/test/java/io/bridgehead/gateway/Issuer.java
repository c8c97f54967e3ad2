package io.bridgehead.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Signs tokens and publishes the keys, where Keycloak would.
final class Issuer implements AutoCloseable {

    static final String NAME = "http://issuer.test/realms/bridgehead";

    private final AtomicInteger fetches = new AtomicInteger();
    private final int port;
    private volatile RSAKey key = newKey();
    private @Nullable HttpServer server;

    Issuer() {
        server = serve(0);
        port = server.getAddress().getPort();
    }

    private HttpServer serve(int at) {
        try {
            HttpServer serving =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
            serving.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            serving.createContext(
                    "/certs",
                    exchange -> {
                        fetches.incrementAndGet();
                        Upstream.json(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
                    });
            serving.start();
            return serving;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String keysAddress() {
        return "http://127.0.0.1:" + port + "/certs";
    }

    int fetches() {
        return fetches.get();
    }

    void goAway() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    void comeBack() {
        server = serve(port);
    }

    /// From now on signs with another key, and publishes only that.
    void rotate() {
        key = newKey();
    }

    static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    RSAKey key() {
        return key;
    }

    /// Good in every way.
    static JWTClaimsSet.Builder claims(String subject) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(NAME)
                .audience("bridgehead")
                .subject(subject)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    String token(String subject) {
        return sign(claims(subject).build(), key);
    }

    static String sign(JWTClaimsSet claims, RSAKey key) {
        try {
            SignedJWT token =
                    new SignedJWT(
                            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                            claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The token with another subject, under the signature that it had.
    static String tampered(String token, String subject) {
        String[] parts = token.split("\\.");
        String claims = claims(subject).build().toString();
        parts[1] =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        return String.join(".", parts);
    }

    @Override
    public void close() {
        goAway();
    }
}
