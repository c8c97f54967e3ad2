package io.bridgehead.matchmaking.timetable;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/// @param endsAt exclusive
public record Slot(@NotNull Instant startsAt, @NotNull Instant endsAt) {

    boolean overlaps(Slot other) {
        return startsAt.isBefore(other.endsAt) && other.startsAt.isBefore(endsAt);
    }
}
