package io.bridgehead.registration.delegation;

import io.bridgehead.platform.documents.Transition;

/// The people whom a city sends to an edition together.
///
/// @param city code of the city that sends it
public record Delegation(String edition, String city, String name) {

    Transition<Delegation, DelegationRegistered> register() {
        return Transition.to(this, new DelegationRegistered());
    }

    /// The one thing that happens to a delegation.
    record DelegationRegistered() {}
}
