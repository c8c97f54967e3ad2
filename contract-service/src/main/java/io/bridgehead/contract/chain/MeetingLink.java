package io.bridgehead.contract.chain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A meeting, and the intent that came of it.
///
/// @param state as matchmaking-service calls it
public record MeetingLink(
        String meeting,
        String state,
        @Nullable Slot slot,
        @Nullable String table,
        @Nullable Intent intent) {

    public record Slot(Instant startsAt, Instant endsAt) {}

    public record Intent(String id, String kind, String title, Instant recordedAt) {}

    /// It has no slot and no table: not yet, or not any more.
    static MeetingLink unscheduled(String meeting, String state) {
        return new MeetingLink(meeting, state, null, null, null);
    }

    static MeetingLink scheduled(String meeting, Slot slot, String table) {
        return new MeetingLink(meeting, "scheduled", slot, table, null);
    }

    MeetingLink with(Intent recorded) {
        return new MeetingLink(meeting, "intentRecorded", slot, table, recorded);
    }
}
