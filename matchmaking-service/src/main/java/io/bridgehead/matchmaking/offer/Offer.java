package io.bridgehead.matchmaking.offer;

import io.bridgehead.platform.identity.Caller;
import java.util.List;

/// A project, a fund or a pilot base, as far as it does not matter which.
public interface Offer {

    String edition();

    String name();

    Side side();

    /// Unified social credit codes of those whom it must not meet.
    List<String> conflicts();

    /// Its conflicts, and whatever tells of them, are its own side's business.
    default boolean showsConflictsTo(Caller caller) {
        return caller.seesAll() || side().lets(caller);
    }

    default boolean isOfTheSameOrganisationAs(Offer other) {
        return side().organisation().equals(other.side().organisation());
    }

    /// It is enough that one of the two has declared it.
    default boolean isInConflictWith(Offer other) {
        return conflicts().contains(other.side().organisation())
                || other.conflicts().contains(side().organisation());
    }
}
