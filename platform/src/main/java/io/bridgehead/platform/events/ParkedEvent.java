package io.bridgehead.platform.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An event that could not be handled, or that waits behind one of the same aggregate.
///
/// @param id `<consumer group>/<event id>`
/// @param subject the aggregate whose events wait
/// @param reason why the handler failed; null for one that only waits its turn
/// @param data the event's JSON, as it came or as an operator mended it
/// @param replaying an operator asked for it, and the consumer will try
public record ParkedEvent(
        String id,
        String group,
        String subject,
        long sequence,
        String type,
        String data,
        @Nullable String reason,
        Instant parkedAt,
        boolean replaying) {}
