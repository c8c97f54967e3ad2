package io.bridgehead.platform.identity;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param issuer what the tokens say who made them: the realm's address as people's browsers see it
/// @param keys where the realm's public keys are fetched (JWK set), where the issuer's address is not
///     reachable from here; blank for the place below the issuer where Keycloak has them
/// @param audience what the tokens must be meant for
@Validated
@ConfigurationProperties("bridgehead.identity")
record IdentitySettings(
        @NotBlank String issuer,
        @DefaultValue("") String keys,
        @NotBlank @DefaultValue("bridgehead") String audience) {

    IdentitySettings {
        keys = keys.isBlank() ? issuer + "/protocol/openid-connect/certs" : keys;
    }
}
