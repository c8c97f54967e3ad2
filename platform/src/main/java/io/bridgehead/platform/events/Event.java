package io.bridgehead.platform.events;

import io.bridgehead.platform.documents.CommandId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An event as a consumer gets it: CloudEvents 1.0, its data read into a record of the consumer's own.
///
/// @param id the same however often the event arrives
/// @param subject the aggregate that it is of
/// @param sequence contiguous per aggregate, from 1; what is not newer than the last one applied is a
///     repeat
/// @param cities whose business it is
/// @param traceparent W3C trace context of the request that caused it
public record Event<T>(
        String id,
        String type,
        String subject,
        long sequence,
        Instant time,
        Set<String> cities,
        @Nullable String traceparent,
        T data) {

    public Event {
        cities = Set.copyOf(cities);
    }

    /// The id of the command that this event causes: the same at every delivery, so that the second
    /// one finds the command done.
    ///
    /// @param purpose tells apart what one event causes in several places
    public CommandId command(String purpose) {
        return CommandId.derivedFrom("event", id, purpose);
    }

    <R> Event<R> with(R other) {
        return new Event<>(id, type, subject, sequence, time, cities, traceparent, other);
    }
}
