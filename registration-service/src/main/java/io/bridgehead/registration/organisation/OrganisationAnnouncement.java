package io.bridgehead.registration.organisation;

import io.bridgehead.platform.documents.OutgoingEvent;
import io.bridgehead.registration.organisation.Organisation.OrganisationRegistered;
import java.util.Set;

/// What others are told of an organisation.
final class OrganisationAnnouncement {

    private OrganisationAnnouncement() {}

    record Registered(String organisation, String name, OrganisationKind kind, String city) {}

    static OutgoingEvent announce(
            String id, Organisation organisation, OrganisationRegistered event) {
        return new OutgoingEvent(
                "organisation.registered.v1",
                Set.of(organisation.city()),
                new Registered(id, organisation.name(), organisation.kind(), organisation.city()));
    }
}
