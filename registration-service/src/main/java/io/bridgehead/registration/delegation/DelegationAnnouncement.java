package io.bridgehead.registration.delegation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bridgehead.platform.documents.OutgoingEvent;
import java.util.Set;

/// What a delegation's city is told of it.
final class DelegationAnnouncement {

    private DelegationAnnouncement() {}

    record Registered(String delegation, String edition, String city, String name) {}

    record RowsRevealed(
            String delegation,
            String edition,
            String city,
            @JsonProperty("import") String operation,
            String by) {}

    static OutgoingEvent announce(String id, Delegation delegation, DelegationEvent event) {
        return switch (event) {
            case DelegationEvent.Registered() ->
                    of(
                            "delegation.registered.v1",
                            delegation,
                            new Registered(
                                    id,
                                    delegation.edition(),
                                    delegation.city(),
                                    delegation.name()));
            case DelegationEvent.RowsRevealed(String operation, String by) ->
                    of(
                            "delegation.rows-revealed.v1",
                            delegation,
                            new RowsRevealed(
                                    id, delegation.edition(), delegation.city(), operation, by));
        };
    }

    private static OutgoingEvent of(String type, Delegation delegation, Object data) {
        return new OutgoingEvent(type, Set.of(delegation.city()), data);
    }
}
