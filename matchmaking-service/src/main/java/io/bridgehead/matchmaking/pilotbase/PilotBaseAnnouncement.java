package io.bridgehead.matchmaking.pilotbase;

import io.bridgehead.matchmaking.offer.Side;
import io.bridgehead.matchmaking.pilotbase.PilotBase.PilotBaseRegistered;
import io.bridgehead.platform.documents.OutgoingEvent;
import java.util.List;
import java.util.Set;

/// What a pilot base's city is told of it.
final class PilotBaseAnnouncement {

    private PilotBaseAnnouncement() {}

    record PilotBaseTold(
            String pilotBase,
            String edition,
            String name,
            String organisation,
            String organisationName,
            String city,
            List<String> disciplines,
            int capacity,
            String contact,
            List<String> conflicts) {}

    static OutgoingEvent announce(String id, PilotBase base, PilotBaseRegistered event) {
        Side side = base.side();
        return new OutgoingEvent(
                "pilot-base.registered.v1",
                Set.of(side.city()),
                new PilotBaseTold(
                        id,
                        base.edition(),
                        base.name(),
                        side.organisation(),
                        side.organisationName(),
                        side.city(),
                        base.disciplines(),
                        base.capacity(),
                        side.delegate(),
                        base.conflicts()));
    }
}
