package io.bridgehead.platform.documents;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param database the service's own database
/// @param mostPending events that may wait in one document before further commands are refused
/// @param patience how long a command tries again when other writers win or the database is away
@Validated
@ConfigurationProperties("bridgehead.documents")
public record DocumentSettings(
        @NotBlank String database,
        @Min(1) @DefaultValue("1000") int mostPending,
        @NotNull @DefaultValue("10s") Duration patience) {}
