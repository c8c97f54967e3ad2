package io.bridgehead.contract.matchmaking;

import io.bridgehead.contract.agreement.Agreement.Origin;
import io.bridgehead.contract.agreement.Agreement.Party;
import io.bridgehead.contract.agreement.DraftingAgreements;
import io.bridgehead.contract.agreement.Money;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `intent.recorded.v1`, as far as a draft needs it.
record IntentRecorded(
        String intent,
        String meeting,
        String edition,
        String kind,
        String title,
        String summary,
        @Nullable Amount amount,
        List<Side> sides,
        Instant recordedAt) {

    /// An event without these is not refused but parked: it is the producer's fault, not the asker's.
    IntentRecorded {
        Objects.requireNonNull(intent, "intent");
        Objects.requireNonNull(meeting, "meeting");
        Objects.requireNonNull(edition, "edition");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(recordedAt, "recordedAt");
        sides = List.copyOf(sides);
    }

    /// @param amount in minor units
    record Amount(long amount, String currency) {

        Amount {
            Objects.requireNonNull(currency, "currency");
        }
    }

    record Side(String city, String organisation, String organisationName, String delegate) {

        Side {
            Objects.requireNonNull(city, "city");
            Objects.requireNonNull(organisation, "organisation");
            Objects.requireNonNull(organisationName, "organisationName");
            Objects.requireNonNull(delegate, "delegate");
        }

        Party party() {
            return new Party(city, organisation, organisationName, delegate);
        }
    }

    DraftingAgreements.Request draft() {
        return new DraftingAgreements.Request(
                new Origin(edition, meeting, intent, recordedAt),
                kind,
                title,
                summary,
                amount == null ? null : new Money(amount.amount(), amount.currency()),
                sides.stream().map(Side::party).toList());
    }
}
