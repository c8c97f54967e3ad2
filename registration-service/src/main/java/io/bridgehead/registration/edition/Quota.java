package io.bridgehead.registration.edition;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/// So many places for one city's guests of one kind.
public record Quota(
        @NotBlank String city, @NotNull GuestKind kind, @Min(0) @Max(100_000) int places) {}
