package io.bridgehead.platform.identity;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param issuer what the tokens say who made them: the realm's address as people's browsers see it
/// @param keys where the realm's public keys are fetched (JWK set), by an address that is reachable
///     from here
/// @param audience what the tokens must be meant for
@Validated
@ConfigurationProperties("bridgehead.identity")
record IdentitySettings(
        @NotBlank String issuer,
        @NotNull URI keys,
        @NotBlank @DefaultValue("bridgehead") String audience) {}
