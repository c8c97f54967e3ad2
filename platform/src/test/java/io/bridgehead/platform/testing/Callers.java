package io.bridgehead.platform.testing;

import io.bridgehead.platform.identity.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Who calls in the test of a web slice, as the realm's token would say it; the token itself is taken
/// as verified.
///
/// ```java
/// mvc.post().uri("/api/v1/projects").with(Callers.of(Role.CITY_OFFICER, "qz"))
///         .header("Idempotency-Key", Callers.key())
/// ```
public final class Callers {

    private Callers() {}

    /// One of the realm's accounts: `qz-signatory`.
    ///
    /// @param organisations the credit codes that the account speaks for
    public static RequestPostProcessor of(Role role, String city, String... organisations) {
        return as(subject(role, city), role, city, organisations);
    }

    /// The subject of the token of [#of].
    public static String subject(Role role, String city) {
        return city + "-" + role.wire();
    }

    /// Another account of the same kind.
    public static RequestPostProcessor as(
            String subject, Role role, String city, String... organisations) {
        return as(subject, List.of(role), city, organisations);
    }

    /// An account that is several things at once.
    public static RequestPostProcessor of(List<Role> roles, String city) {
        return as(city + "-" + roles, roles, city);
    }

    /// The account that is a delegate.
    ///
    /// @param delegate its id
    public static RequestPostProcessor delegate(String city, String delegate) {
        return as(
                subject(Role.DELEGATE, city),
                List.of(Role.DELEGATE),
                city,
                Map.of("delegate", delegate));
    }

    private static RequestPostProcessor as(
            String subject, List<Role> roles, String city, String... organisations) {
        return as(subject, roles, city, Map.of("org", List.of(organisations)));
    }

    private static RequestPostProcessor as(
            String subject, List<Role> roles, String city, Map<String, Object> attributes) {
        List<String> names = roles.stream().map(Role::wire).toList();
        return SecurityMockMvcRequestPostProcessors.jwt()
                .jwt(token ->
                        token.subject(subject)
                                .claim("city", city)
                                .claims(all -> all.putAll(attributes))
                                .claim(
                                        "realm_access",
                                        Map.of(
                                                "roles",
                                                Stream.concat(
                                                                names.stream(),
                                                                Stream.of("offline_access"))
                                                        .toList())))
                .authorities(
                        names.stream()
                                .<GrantedAuthority>map(
                                        name -> new SimpleGrantedAuthority("ROLE_" + name))
                                .toList());
    }

    /// A fresh value for the header `Idempotency-Key`.
    public static String key() {
        return UUID.randomUUID().toString();
    }
}
