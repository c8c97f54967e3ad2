package io.bridgehead.platform.events;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What every instance of a service hears, for whoever is connected to it: all events of some topics,
/// from shortly before the end, outside of any consumer group and without keeping account. What must
/// be worked on once, and from the beginning, is a [Subscription]'s.
///
/// @param name in the log and the thread's name
/// @param types of events that are read; of the others only the place is told
public record Broadcast(String name, Set<String> topics, Set<String> types, Hearer hearer) {

    public Broadcast {
        topics = Set.copyOf(topics);
        types = Set.copyOf(types);
    }

    /// Is called by one thread, again and again while the application runs.
    public interface Hearer {

        /// The reading begins, or begins anew somewhere else: what was between is not heard.
        void begin(Positions from);

        /// Some twenty times a second, also when there is nothing: whoever needs to look after something
        /// now and then does it here. It must not fail for what may pass by itself; after any other fault
        /// the reading begins anew.
        ///
        /// @param heard each partition's in their order
        void hear(List<Heard> heard);

        /// Whether it takes more now.
        boolean hasRoom();
    }

    /// @param partition its number among those of all topics, as [Positions] counts them
    /// @param event null where it is of another type, or cannot be read
    public record Heard(int partition, long offset, @Nullable Event<byte[]> event) {}
}
