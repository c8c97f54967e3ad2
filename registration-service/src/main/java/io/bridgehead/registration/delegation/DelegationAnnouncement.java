package io.bridgehead.registration.delegation;

import io.bridgehead.platform.documents.OutgoingEvent;
import io.bridgehead.registration.delegation.Delegation.DelegationRegistered;
import java.util.Set;

/// What a delegation's city is told of it.
final class DelegationAnnouncement {

    private DelegationAnnouncement() {}

    record Registered(String delegation, String edition, String city, String name) {}

    static OutgoingEvent announce(String id, Delegation delegation, DelegationRegistered event) {
        return new OutgoingEvent(
                "delegation.registered.v1",
                Set.of(delegation.city()),
                new Registered(id, delegation.edition(), delegation.city(), delegation.name()));
    }
}
