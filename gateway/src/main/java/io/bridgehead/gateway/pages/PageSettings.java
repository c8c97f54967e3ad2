package io.bridgehead.gateway.pages;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// What the web app has to know before it can ask for anything; it reads it at `/settings.json`.
///
/// @param issuer the realm that people sign in at
/// @param client the web app's name there
@Validated
@ConfigurationProperties("bridgehead.gateway.pages")
record PageSettings(@NotNull URI issuer, @NotBlank String client) {}
