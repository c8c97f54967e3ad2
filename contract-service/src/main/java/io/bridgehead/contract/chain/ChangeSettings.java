package io.bridgehead.contract.chain;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param listeners at most, on one instance
/// @param queue how many events a slow listener may be behind before his stream is ended
/// @param kept how many events of the past an instance keeps for listeners who come back
/// @param patience how long the view is waited for, before what it has is told
@Validated
@ConfigurationProperties("bridgehead.contract.changes")
record ChangeSettings(
        @Min(1) @DefaultValue("200") int listeners,
        @Min(1) @DefaultValue("1000") int queue,
        @Min(1) @DefaultValue("10000") int kept,
        @NotNull @DefaultValue("20s") Duration patience) {}
