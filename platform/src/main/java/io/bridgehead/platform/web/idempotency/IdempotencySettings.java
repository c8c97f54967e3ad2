package io.bridgehead.platform.web.idempotency;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param kept how long an answer is repeated
/// @param lease how long a request may run before another with the same key may run in its place,
///     because the process that ran it must be dead; longer than any request takes
@Validated
@ConfigurationProperties("bridgehead.idempotency")
record IdempotencySettings(
        @DurationMin(hours = 24) @NotNull @DefaultValue("24h") Duration kept,
        @DurationMin(millis = 1) @NotNull @DefaultValue("30s") Duration lease) {}
