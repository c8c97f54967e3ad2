package io.bridgehead.registration.delegation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// @param mostRows people in one sheet; a longer one is refused as a whole
/// @param mostUnzipped of all parts of a sheet together; a small file can hide a large one
/// @param badRowsKept how long a row that did not go in waits to be corrected
/// @param sweepEvery how often an instance looks for rows that have waited so long
@Validated
@ConfigurationProperties("bridgehead.registration.imports")
record ImportSettings(
        @Min(1) @Max(100_000) int mostRows,
        @NotNull DataSize mostUnzipped,
        @NotNull @DurationMin(minutes = 1) Duration badRowsKept,
        @NotNull @DurationMin(millis = 100) Duration sweepEvery) {

    /// A sheet is held in memory as a whole.
    private static final DataSize MOST = DataSize.ofMegabytes(512);

    ImportSettings {
        if (mostUnzipped.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("most-unzipped is " + MOST + " at most");
        }
    }
}
