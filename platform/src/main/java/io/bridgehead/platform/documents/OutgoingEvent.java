package io.bridgehead.platform.documents;

import java.util.Set;

/// What other services are told of a domain event.
///
/// @param type the name and version on the wire, such as `delegate.approved.v1`
/// @param cities the cities whose business it is; never empty
/// @param data a record of the producer's own that exists for the wire alone
public record OutgoingEvent(String type, Set<String> cities, Object data) {

    public OutgoingEvent {
        cities = Set.copyOf(cities);
        if (cities.isEmpty()) {
            throw new IllegalArgumentException("an event belongs to at least one city: " + type);
        }
    }
}
