package io.bridgehead.matchmaking.registration;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param patience how long a request waits for registration's news of what it names, before it is
///     answered that nobody knows it
@Validated
@ConfigurationProperties("bridgehead.matchmaking.registration")
record RegistrationSettings(@NotNull Duration patience) {}
