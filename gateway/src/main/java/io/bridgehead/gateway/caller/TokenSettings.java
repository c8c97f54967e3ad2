package io.bridgehead.gateway.caller;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URL;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param issuer as tokens name it
/// @param keys where the issuer's keys are fetched
/// @param audience that a token must be for
/// @param skew that clocks may differ
/// @param betweenFetches of the keys, at least: tokens with invented keys shall be no load on the issuer
/// @param remembered how long a checked token is not checked again, and so how long a key that the
///     issuer withdrew may still be good for it
@Validated
@ConfigurationProperties("bridgehead.gateway.token")
record TokenSettings(
        @NotBlank String issuer,
        @NotNull URL keys,
        @NotBlank String audience,
        @NotNull Duration skew,
        @NotNull Duration betweenFetches,
        @NotNull Duration remembered) {}
