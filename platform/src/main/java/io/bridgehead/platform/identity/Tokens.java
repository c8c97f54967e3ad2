package io.bridgehead.platform.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/// The realm's access tokens: how they are verified, and what they say of the caller.
final class Tokens {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int LARGEST_KEY_SET = 100_000;
    private static final Duration KEYS_FRESH = Duration.ofMinutes(5);

    /// How long the keys that were seen last serve while the realm is away: a working day.
    private static final Duration KEYS_KEPT = Duration.ofHours(12);

    /// Tokens with unknown keys do not make us ask the realm more often than this.
    private static final Duration ASKED_AT_MOST_EVERY = Duration.ofSeconds(10);

    private Tokens() {}

    /// Asks for the realm's keys when the first token comes and not before, so that a service starts
    /// and answers what anyone may ask while the realm is away.
    static JwtDecoder decoder(IdentitySettings settings) {
        JWKSource<SecurityContext> keys =
                JWKSourceBuilder.create(
                                address(settings.keys()),
                                new DefaultResourceRetriever(
                                        (int) PATIENCE.toMillis(),
                                        (int) PATIENCE.toMillis(),
                                        LARGEST_KEY_SET))
                        .cache(KEYS_FRESH.toMillis(), 2 * PATIENCE.toMillis())
                        .rateLimited(ASKED_AT_MOST_EVERY.toMillis())
                        .outageTolerant(KEYS_KEPT.toMillis())
                        .build();
        DefaultJWTProcessor<SecurityContext> signatures = new DefaultJWTProcessor<>();
        signatures.setJWSKeySelector(
                new JWSVerificationKeySelector<>(
                        Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256), keys));
        // Spring's validators look at the claims; one message for one fault.
        signatures.setJWTClaimsSetVerifier((_, _) -> {});
        JwtTimestampValidator times = new JwtTimestampValidator();
        times.setAllowEmptyExpiryClaim(false);
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(signatures);
        decoder.setJwtValidator(
                JwtValidators.createDefaultWithValidators(
                        List.of(
                                times,
                                new JwtClaimValidator<String>(
                                        JwtClaimNames.SUB,
                                        subject -> subject != null && !subject.isBlank()),
                                new JwtIssuerValidator(settings.issuer()),
                                new JwtAudienceValidator(settings.audience()))));
        return decoder;
    }

    private static URL address(String keys) {
        try {
            return URI.create(keys).toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(
                    "bridgehead.identity.keys is no address: " + keys, e);
        }
    }

    /// The roles as Spring Security's own parts (the actuator's details) look for them.
    static Collection<GrantedAuthority> authorities(Jwt token) {
        return rolesOf(token).stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.wire()))
                .toList();
    }

    /// @return nothing when nobody is signed in
    static Optional<Caller> caller(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof Jwt token
                ? Optional.of(caller(token))
                : Optional.empty();
    }

    private static Caller caller(Jwt token) {
        return new Caller(
                Objects.requireNonNull(token.getSubject(), "verified when decoded"),
                text(token.getClaim("city")),
                text(token.getClaim("division")),
                texts(token.getClaim("org")).collect(Collectors.toUnmodifiableSet()),
                text(token.getClaim("delegate")),
                rolesOf(token));
    }

    private static Set<Role> rolesOf(Jwt token) {
        Object access = token.getClaim("realm_access");
        return access instanceof Map<?, ?> members
                ? texts(members.get("roles"))
                        .map(Role::ofWire)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private static @Nullable String text(@Nullable Object claim) {
        return claim instanceof String text && !text.isBlank() ? text : null;
    }

    /// A claim of one value comes as a string or as an array of one, as the realm's mapper is set.
    private static Stream<String> texts(@Nullable Object claim) {
        List<String> texts = new ArrayList<>();
        if (claim instanceof Collection<?> several) {
            for (Object one : several) {
                String text = text(one);
                if (text != null) {
                    texts.add(text);
                }
            }
        } else {
            String text = text(claim);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts.stream();
    }
}
