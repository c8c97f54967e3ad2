package io.bridgehead.registration.city;

import io.bridgehead.registration.BilingualText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/// @param code short, as tokens, events and addresses carry it
/// @param division GB/T 2260 code
public record City(
        @NotNull @Pattern(regexp = "[a-z]{2,10}") String code,
        @NotNull @Pattern(regexp = "[1-9]\\d{5}") String division,
        @NotNull @Valid BilingualText name) {}
