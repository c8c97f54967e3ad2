package io.bridgehead.registration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// What people read, in the two languages of the platform; each is complete.
public record BilingualText(
        @NotBlank @Size(max = 200) String zh, @NotBlank @Size(max = 200) String en) {}
