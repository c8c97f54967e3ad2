package io.bridgehead.matchmaking.offer;

import io.bridgehead.platform.identity.Caller;

/// Who stands behind an offer and sits at the table for it.
///
/// @param city code of the delegate's city, whose record the offer is
/// @param organisation unified social credit code
/// @param delegate the contact's id
public record Side(String city, String organisation, String organisationName, String delegate) {

    /// Its city acts for it, or whoever speaks for its organisation.
    public boolean lets(Caller caller) {
        return caller.actsForCity(city) || caller.speaksFor(organisation);
    }
}
