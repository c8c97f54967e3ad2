package io.bridgehead.contract.chain;

import io.bridgehead.contract.agreement.Agreement.Party;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One agreement, and what it goes back to.
///
/// @param missing what has not arrived, or does not fit: `delegate`, `meeting`, `intent`, `signature`;
///     the chain is complete without any
/// @param meeting null where nothing is known of it
/// @param sides in the parties' order
record Chain(
        AgreementLink agreement,
        List<String> missing,
        @Nullable MeetingLink meeting,
        List<Side> sides) {

    /// @param delegate null where nothing is known of him
    record Side(Party party, @Nullable DelegateLink delegate, @Nullable Instant signedAt) {}

    static Collection<String> delegatesOf(AgreementLink agreement) {
        return agreement.parties().stream().map(Party::delegate).toList();
    }

    static Chain of(
            AgreementLink agreement,
            @Nullable MeetingLink meeting,
            Map<String, DelegateLink> delegates) {
        List<Side> sides = new ArrayList<>();
        for (Party party : agreement.parties()) {
            sides.add(
                    new Side(
                            party,
                            delegates.get(party.delegate()),
                            agreement.signedAt(party.organisation()).orElse(null)));
        }
        List<String> missing = new ArrayList<>();
        if (sides.stream().anyMatch(side -> side.delegate() == null)) {
            missing.add("delegate");
        }
        if (meeting == null || meeting.slot() == null) {
            missing.add("meeting");
        }
        if (intentOf(agreement, meeting).isEmpty()) {
            missing.add("intent");
        }
        if (agreement.signedAt() == null) {
            missing.add("signature");
        }
        return new Chain(agreement, missing, meeting, sides);
    }

    Optional<MeetingLink.Intent> intent() {
        return intentOf(agreement, meeting);
    }

    /// The one that the agreement was drafted for, and no other.
    private static Optional<MeetingLink.Intent> intentOf(
            AgreementLink agreement, @Nullable MeetingLink meeting) {
        return Optional.ofNullable(meeting)
                .map(MeetingLink::intent)
                .filter(intent -> intent.id().equals(agreement.intent()));
    }
}
