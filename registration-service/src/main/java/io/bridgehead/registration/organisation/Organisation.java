package io.bridgehead.registration.organisation;

import io.bridgehead.platform.documents.Transition;

/// An organisation that takes part. Its id is its unified social credit code.
///
/// @param city code of the city that registered it
public record Organisation(String name, OrganisationKind kind, String city) {

    Transition<Organisation, OrganisationRegistered> register() {
        return Transition.to(this, new OrganisationRegistered());
    }

    /// The one thing that happens to an organisation.
    record OrganisationRegistered() {}
}
