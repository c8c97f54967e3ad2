package io.bridgehead.contract.chain;

import io.bridgehead.platform.documents.View.Mark;
import io.bridgehead.platform.events.Positions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The events that were heard and are not told yet, because the view has not applied them. They are told
/// as they become ready; the positions move on behind what is told without a gap.
final class ChangeQueue {

    private final Map<Integer, Deque<Waiting>> byPartition = new HashMap<>();
    private final Set<Waiting> waiting = new LinkedHashSet<>();
    private Positions reached;

    /// One event.
    static final class Waiting {

        private final int partition;
        private final long offset;
        private final Mark mark;
        private final boolean ofDelegate;
        private final long since = System.nanoTime();
        private boolean told;

        /// @param mark what the view will have applied
        /// @param ofDelegate and not of a chain itself
        Waiting(int partition, long offset, Mark mark, boolean ofDelegate) {
            this.partition = partition;
            this.offset = offset;
            this.mark = mark;
            this.ofDelegate = ofDelegate;
        }

        int partition() {
            return partition;
        }

        long offset() {
            return offset;
        }

        Mark mark() {
            return mark;
        }

        boolean isOfDelegate() {
            return ofDelegate;
        }

        boolean isOlderThan(long nanos) {
            return System.nanoTime() - since > nanos;
        }
    }

    ChangeQueue(Positions from) {
        this.reached = from;
    }

    void add(Waiting event) {
        byPartition.computeIfAbsent(event.partition, _ -> new ArrayDeque<>()).add(event);
        waiting.add(event);
    }

    /// An event that changes no chain.
    void pass(int partition, long offset) {
        Deque<Waiting> before = byPartition.get(partition);
        if (before == null || before.isEmpty()) {
            reached = reached.behind(partition, offset);
        }
        // Else the positions move on with the next one that is told.
    }

    List<Waiting> waiting() {
        return new ArrayList<>(waiting);
    }

    int size() {
        return waiting.size();
    }

    /// All before is told, or passed.
    Positions reached() {
        return reached;
    }

    /// @return how far all is told then
    Positions told(List<Waiting> events) {
        for (Waiting event : events) {
            event.told = true;
            waiting.remove(event);
        }
        byPartition.values().forEach(this::moveOn);
        return reached;
    }

    private void moveOn(Deque<Waiting> events) {
        @Nullable Waiting first = events.peek();
        while (first != null && first.told) {
            events.remove();
            reached = reached.behind(first.partition, first.offset);
            first = events.peek();
        }
    }
}
