package io.bridgehead.contract.chain;

import io.bridgehead.platform.events.Positions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// Which chains the last events changed, for whoever comes back and says how far he had come.
final class RecentChanges {

    private final int most;
    private final Deque<Change> changes = new ArrayDeque<>();
    private Positions from;

    /// An event, and the chains that it changed.
    record Change(int partition, long offset, Set<String> chains) {

        Change {
            chains = Set.copyOf(chains);
        }
    }

    /// @param from what came before is not known
    RecentChanges(int most, Positions from) {
        this.most = most;
        this.from = from;
    }

    void add(Change change) {
        changes.add(change);
        if (changes.size() > most) {
            Change oldest = changes.remove();
            from = from.behind(oldest.partition(), oldest.offset());
        }
    }

    /// @return nothing where that is further back than what is kept
    Optional<Set<String>> since(Positions positions) {
        if (!positions.reaches(from)) {
            return Optional.empty();
        }
        Set<String> changed = new LinkedHashSet<>();
        for (Change change : changes) {
            if (positions.isBefore(change.partition(), change.offset())) {
                changed.addAll(change.chains());
            }
        }
        return Optional.of(changed);
    }
}
