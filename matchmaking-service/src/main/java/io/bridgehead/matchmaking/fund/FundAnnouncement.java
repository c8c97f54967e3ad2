package io.bridgehead.matchmaking.fund;

import io.bridgehead.matchmaking.fund.Fund.FundRegistered;
import io.bridgehead.matchmaking.offer.Side;
import io.bridgehead.platform.documents.OutgoingEvent;
import java.util.List;
import java.util.Set;

/// What a fund's city is told of it.
final class FundAnnouncement {

    private FundAnnouncement() {}

    record FundTold(
            String fund,
            String edition,
            String name,
            String organisation,
            String organisationName,
            String city,
            Mandate mandate,
            String contact,
            List<String> conflicts) {}

    static OutgoingEvent announce(String id, Fund fund, FundRegistered event) {
        Side side = fund.side();
        return new OutgoingEvent(
                "fund.registered.v1",
                Set.of(side.city()),
                new FundTold(
                        id,
                        fund.edition(),
                        fund.name(),
                        side.organisation(),
                        side.organisationName(),
                        side.city(),
                        fund.mandate(),
                        side.delegate(),
                        fund.conflicts()));
    }
}
