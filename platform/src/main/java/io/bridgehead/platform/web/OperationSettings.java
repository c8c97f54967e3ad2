package io.bridgehead.platform.web;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param atOnce operations that one instance works on at the same time
/// @param lease how long an instance is silent before another takes its work over
/// @param runs how often work begins, all in all, before it is given up: an instance that dies of a
///     work would else take all others with it
@Validated
@ConfigurationProperties("bridgehead.operations")
record OperationSettings(
        @Min(1) @DefaultValue("4") int atOnce,
        @NotNull @DurationMin(millis = 500) @DefaultValue("15s") Duration lease,
        @Min(1) @DefaultValue("5") int runs) {}
