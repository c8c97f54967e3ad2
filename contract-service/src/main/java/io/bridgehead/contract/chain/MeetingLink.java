package io.bridgehead.contract.chain;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bridgehead.contract.agreement.Agreement.Party;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A meeting, and the intent that came of it, as the meeting's own events tell of it.
///
/// @param since when it came into its state
/// @param place null while it has none, or has none any more
/// @param reason why it was declined, in the words of whoever did, or why it has no place
public record MeetingLink(
        Matter matter,
        State state,
        Instant since,
        Instant requestedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant scheduledAt,
        @Nullable Place place,
        @Nullable String reason,
        @Nullable Intent intent) {

    /// As matchmaking-service calls them.
    public enum State {
        @JsonProperty("requested")
        REQUESTED,
        @JsonProperty("accepted")
        ACCEPTED,
        @JsonProperty("unplaced")
        UNPLACED,
        @JsonProperty("scheduled")
        SCHEDULED,
        @JsonProperty("declined")
        DECLINED,
        @JsonProperty("cancelled")
        CANCELLED,
        @JsonProperty("intentRecorded")
        INTENT_RECORDED
    }

    /// Whom it brings together, which never changes.
    ///
    /// @param project its id
    /// @param sides the project's first
    public record Matter(
            String edition,
            String title,
            String project,
            Counterpart counterpart,
            List<Party> sides) {

        public Matter {
            sides = List.copyOf(sides);
        }
    }

    /// @param kind as matchmaking-service calls it: `fund`, `pilotBase`
    public record Counterpart(String kind, String id) {}

    public record Place(Slot slot, String table) {}

    public record Slot(Instant startsAt, Instant endsAt) {}

    public record Intent(String id, String kind, String title, Instant recordedAt) {}

    static MeetingLink requested(Matter matter, Instant at) {
        return new MeetingLink(matter, State.REQUESTED, at, at, null, null, null, null, null);
    }

    MeetingLink accepted(Instant at) {
        return new MeetingLink(
                matter, State.ACCEPTED, at, requestedAt, at, scheduledAt, null, null, null);
    }

    MeetingLink scheduled(Place given, Instant at) {
        return new MeetingLink(
                matter, State.SCHEDULED, at, requestedAt, acceptedAt, at, given, null, null);
    }

    /// It waits for a place, or nothing more comes of it.
    ///
    /// @param why null where nobody says
    MeetingLink without(State state, @Nullable String why, Instant at) {
        return new MeetingLink(
                matter, state, at, requestedAt, acceptedAt, scheduledAt, null, why, null);
    }

    MeetingLink with(Intent recorded) {
        return new MeetingLink(
                matter,
                State.INTENT_RECORDED,
                recorded.recordedAt(),
                requestedAt,
                acceptedAt,
                scheduledAt,
                place,
                null,
                recorded);
    }
}
