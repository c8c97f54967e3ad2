package io.bridgehead.contract.chain;

import io.bridgehead.contract.agreement.Agreement.Party;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One meeting, whom it brought together, and what came of it.
///
/// @param missing what has not arrived, or does not fit: `delegate`, `meeting`, `intent`, `signature`;
///     the chain is complete without any
/// @param sides in the parties' order
/// @param changedAt the time of the latest event of all that is in it
record Chain(ChainRecord kept, List<String> missing, List<Side> sides, Instant changedAt) {

    /// @param delegate null where nothing is known of him
    /// @param signature null until the side has signed
    record Side(
            Party party,
            @Nullable DelegateLink delegate,
            AgreementLink.@Nullable Given signature) {}

    static Collection<String> delegatesOf(ChainRecord kept) {
        return kept.parties().stream().map(Party::delegate).toList();
    }

    static Chain of(ChainRecord kept, Map<String, DelegateLink> delegates) {
        AgreementLink agreement = kept.agreement();
        MeetingLink meeting = kept.meeting();
        List<Side> sides = new ArrayList<>();
        Instant changedAt = kept.changedAt();
        for (Party party : kept.parties()) {
            DelegateLink delegate = delegates.get(party.delegate());
            sides.add(
                    new Side(
                            party,
                            delegate,
                            agreement == null
                                    ? null
                                    : agreement.signatureOf(party.organisation()).orElse(null)));
            if (delegate != null && delegate.since().isAfter(changedAt)) {
                changedAt = delegate.since();
            }
        }
        List<String> missing = new ArrayList<>();
        if (sides.stream().anyMatch(side -> side.delegate() == null)) {
            missing.add("delegate");
        }
        if (meeting == null || meeting.place() == null) {
            missing.add("meeting");
        }
        if (intentOf(kept).isEmpty()) {
            missing.add("intent");
        }
        if (agreement == null || agreement.signedAt() == null) {
            missing.add("signature");
        }
        return new Chain(kept, missing, sides, changedAt);
    }

    Optional<MeetingLink.Intent> intent() {
        return intentOf(kept);
    }

    /// The one that the agreement was drafted for, and no other.
    private static Optional<MeetingLink.Intent> intentOf(ChainRecord kept) {
        AgreementLink agreement = kept.agreement();
        return Optional.ofNullable(kept.meeting())
                .map(MeetingLink::intent)
                .filter(intent -> agreement == null || intent.id().equals(agreement.intent()));
    }
}
