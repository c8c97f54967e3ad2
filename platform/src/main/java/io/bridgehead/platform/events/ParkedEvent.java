package io.bridgehead.platform.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An event that could not be handled, or that waits behind one of the same aggregate.
///
/// @param id `<consumer group>:<event id>`
/// @param group the consumer group: the subscription's in one generation of its views
/// @param subject the aggregate whose events wait
/// @param type `unreadable` for a record that is no event of ours: it can only be discarded
/// @param data the event's JSON, as it came or as an operator mended it
/// @param mended an operator has replaced the data
/// @param reason why the handler failed; null for one that only waits its turn
/// @param replaying an operator asked for it, and the consumer will try
public record ParkedEvent(
        String id,
        String subscription,
        String group,
        String topic,
        String subject,
        long sequence,
        String type,
        String data,
        boolean mended,
        @Nullable String reason,
        Instant parkedAt,
        boolean replaying) {

    /// What is given as the type of a record that is no event of ours.
    static final String UNREADABLE = "unreadable";

    public boolean readable() {
        return !type.equals(UNREADABLE);
    }

    /// Nothing stands before it any more, and it did not fail by itself or is to be tried again.
    boolean due() {
        return replaying || reason == null;
    }
}
