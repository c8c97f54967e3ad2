package io.bridgehead.matchmaking.pilotbase;

import io.bridgehead.matchmaking.offer.Offer;
import io.bridgehead.matchmaking.offer.Side;
import io.bridgehead.platform.documents.Transition;
import java.util.List;

/// @param disciplines codes of the taxonomy, one at least
/// @param capacity projects that it can take at a time
public record PilotBase(
        String edition,
        String name,
        Side side,
        List<String> disciplines,
        int capacity,
        List<String> conflicts)
        implements Offer {

    public PilotBase {
        disciplines = List.copyOf(disciplines);
        conflicts = List.copyOf(conflicts);
    }

    Transition<PilotBase, PilotBaseRegistered> register() {
        return Transition.to(this, new PilotBaseRegistered());
    }

    /// The one thing that happens to a pilot base.
    record PilotBaseRegistered() {}
}
