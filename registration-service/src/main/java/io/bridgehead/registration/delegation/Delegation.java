package io.bridgehead.registration.delegation;

import io.bridgehead.platform.documents.Transition;

/// The people whom a city sends to an edition together.
///
/// @param city code of the city that sends it
public record Delegation(String edition, String city, String name) {

    Transition<Delegation, DelegationEvent> register() {
        return Transition.to(this, new DelegationEvent.Registered());
    }

    /// Notes who reads what was sent about people, before it is read.
    Transition<Delegation, DelegationEvent> revealRows(String operation, String by) {
        return Transition.to(this, new DelegationEvent.RowsRevealed(operation, by));
    }
}
