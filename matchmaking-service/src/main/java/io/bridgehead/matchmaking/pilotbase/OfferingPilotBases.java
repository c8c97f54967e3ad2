package io.bridgehead.matchmaking.pilotbase;

import io.bridgehead.matchmaking.offer.CheckingOffers;
import io.bridgehead.matchmaking.offer.CheckingOffers.Codes;
import io.bridgehead.matchmaking.offer.CheckingOffers.Draft;
import io.bridgehead.matchmaking.offer.Side;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.identity.Caller;
import java.util.List;
import org.springframework.stereotype.Service;

/// A pilot base's city, or whoever speaks for the base, registers it.
@Service
class OfferingPilotBases {

    private final PilotBases bases;
    private final CheckingOffers checking;

    OfferingPilotBases(PilotBases bases, CheckingOffers checking) {
        this.bases = bases;
        this.checking = checking;
    }

    /// @param contact a delegate's id
    record Entry(
            String edition,
            String name,
            String organisation,
            String organisationName,
            List<String> disciplines,
            int capacity,
            String contact,
            List<String> conflicts) {}

    Versioned<PilotBase> register(Caller caller, CommandId command, Entry entry) {
        Side side =
                checking.check(
                        caller,
                        new Draft(
                                entry.edition(),
                                entry.organisation(),
                                entry.organisationName(),
                                entry.contact(),
                                new Codes("disciplines", entry.disciplines()),
                                Codes.NONE,
                                entry.conflicts()),
                        List.of());
        return bases.register(
                command,
                new PilotBase(
                        entry.edition(),
                        entry.name(),
                        side,
                        entry.disciplines(),
                        entry.capacity(),
                        entry.conflicts()));
    }
}
