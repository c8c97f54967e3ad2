package io.bridgehead.matchmaking.fund;

import io.bridgehead.matchmaking.offer.Offer;
import io.bridgehead.matchmaking.offer.Side;
import io.bridgehead.platform.documents.Transition;
import java.util.List;

public record Fund(String edition, String name, Side side, Mandate mandate, List<String> conflicts)
        implements Offer {

    public Fund {
        conflicts = List.copyOf(conflicts);
    }

    Transition<Fund, FundRegistered> register() {
        return Transition.to(this, new FundRegistered());
    }

    /// The one thing that happens to a fund.
    record FundRegistered() {}
}
