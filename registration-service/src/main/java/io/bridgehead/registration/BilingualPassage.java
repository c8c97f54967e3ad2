package io.bridgehead.registration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// Some paragraphs for people, in the two languages of the platform; each is complete. Plain text, whose
/// line ends are kept.
public record BilingualPassage(
        @NotBlank @Size(max = 2000) String zh, @NotBlank @Size(max = 2000) String en) {}
