package io.bridgehead.matchmaking.suggestion;

import java.util.List;

/// How well two fit.
///
/// @param reasons one for each criterion, in a fixed order
record Match(List<Reason> reasons) {

    Match {
        reasons = List.copyOf(reasons);
    }

    /// @return 0 to 100
    int points() {
        return reasons.stream().mapToInt(Reason::points).sum();
    }
}
