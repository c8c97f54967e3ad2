package io.bridgehead.gateway.caller;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetSourceWrapper;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimNames;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Checks tokens: signature, issuer, audience, expiry.
///
/// The issuer's keys are fetched when the first token comes, so the gateway starts without the
/// issuer; they are fetched again ahead of time, or when a token names a key that is not among them,
/// and outlive an outage of the issuer. A token that was found good is not checked again for a while.
@Component
final class Tokens {

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private static final int REMEMBERED_TOKENS = 20_000;

    private static final Duration KEYS_FRESH = Duration.ofMinutes(5);
    private static final Duration KEYS_IN_OUTAGE = Duration.ofHours(1);

    private static final Duration FETCH_TIMEOUT = Duration.ofSeconds(2);
    private static final int LARGEST_KEY_SET = 256 * 1024;

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final Watched keys;
    private final Cache<ByteBuffer, Holder> good;

    /// @param subject whom the token is for
    /// @param expiresAt from then on the token lets nobody in
    record Holder(String subject, Instant expiresAt) {}

    Tokens(TokenSettings settings) {
        int millis = Math.toIntExact(FETCH_TIMEOUT.toMillis());
        keys =
                new Watched(
                        new URLBasedJWKSetSource<>(
                                settings.keys(),
                                new DefaultResourceRetriever(millis, millis, LARGEST_KEY_SET)));
        JWKSource<SecurityContext> source =
                JWKSourceBuilder.create(keys)
                        .cache(KEYS_FRESH.toMillis(), 2 * FETCH_TIMEOUT.toMillis())
                        .rateLimited(settings.betweenFetches().toMillis())
                        .outageTolerant(KEYS_IN_OUTAGE.toMillis())
                        .build();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(
                        JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, source));
        DefaultJWTClaimsVerifier<SecurityContext> claims =
                new DefaultJWTClaimsVerifier<>(
                        settings.audience(),
                        new JWTClaimsSet.Builder().issuer(settings.issuer()).build(),
                        Set.of(JWTClaimNames.SUBJECT, JWTClaimNames.EXPIRATION_TIME));
        claims.setMaxClockSkew(Math.toIntExact(settings.skew().toSeconds()));
        processor.setJWTClaimsSetVerifier(claims);
        good =
                Caffeine.newBuilder()
                        .maximumSize(REMEMBERED_TOKENS)
                        .expireAfter(
                                Expiry.creating((ByteBuffer _, Holder holder) ->
                                        remember(holder, settings.remembered())))
                        .build();
    }

    private static Duration remember(Holder holder, Duration atMost) {
        Duration left = Duration.between(Instant.now(), holder.expiresAt());
        return left.compareTo(atMost) < 0 ? left : atMost;
    }

    /// The holder, where the token was found good just now.
    @Nullable Holder known(String token) {
        return good.getIfPresent(digest(token));
    }

    /// Checks a token in full. May wait for the issuer: not for an event loop.
    Holder check(String token) throws InvalidToken, SignInAway {
        try {
            JWTClaimsSet claims = processor.process(token, null);
            Holder holder = new Holder(claims.getSubject(), claims.getExpirationTime().toInstant());
            good.put(digest(token), holder);
            return holder;
        } catch (RateLimitReachedException e) {
            // the keys were fetched a moment ago, and the token's is not among them
            if (keys.areThere()) {
                throw new InvalidToken(e);
            }
            throw new SignInAway(e);
        } catch (KeySourceException e) {
            throw new SignInAway(e);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw new InvalidToken(e);
        }
    }

    /// Not the token itself, so that the gateway's memory holds none.
    private static ByteBuffer digest(String token) {
        try {
            return ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256")
                            .digest(token.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Knows how the last fetch went.
    private static final class Watched extends JWKSetSourceWrapper<SecurityContext> {

        private volatile boolean there;

        Watched(JWKSetSource<SecurityContext> source) {
            super(source);
        }

        boolean areThere() {
            return there;
        }

        @Override
        public JWKSet getJWKSet(
                JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
                throws KeySourceException {
            there = false;
            JWKSet fetched = getSource().getJWKSet(refresh, now, context);
            there = true;
            return fetched;
        }
    }
}
