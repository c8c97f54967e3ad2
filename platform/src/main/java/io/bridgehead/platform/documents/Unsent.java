package io.bridgehead.platform.documents;

import java.util.List;

/// All that one document still has to send.
///
/// @param events the whole of what waits, oldest first, and at least one; whoever sends begins at its
///     head
public record Unsent(Aggregates<?, ?> aggregates, String id, List<PendingEvent> events) {

    public Unsent {
        events = List.copyOf(events);
    }
}
