package io.bridgehead.registration.edition;

import io.bridgehead.registration.BilingualText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing that happens at an edition.
///
/// @param endsAt after the start
/// @param place where in the venue, or elsewhere; null where it is not said
public record ProgrammeItem(
        @NotNull Instant startsAt,
        @NotNull Instant endsAt,
        @NotNull @Valid BilingualText title,
        @Nullable @Valid BilingualText place) {}
