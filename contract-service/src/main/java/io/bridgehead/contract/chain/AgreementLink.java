package io.bridgehead.contract.chain;

import io.bridgehead.contract.agreement.Agreement;
import io.bridgehead.contract.agreement.Agreement.Party;
import io.bridgehead.contract.agreement.AgreementKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An agreement, as its own service's events tell of it.
///
/// @param signedAt when the last party signed
public record AgreementLink(
        String agreement,
        String edition,
        String meeting,
        String intent,
        AgreementKind kind,
        String title,
        List<Party> parties,
        List<Given> signatures,
        @Nullable Instant signedAt) {

    /// A party's signature.
    public record Given(String organisation, Instant signedAt) {}

    public AgreementLink {
        parties = List.copyOf(parties);
        signatures = List.copyOf(signatures);
    }

    AgreementLink with(Given signature) {
        return new AgreementLink(
                agreement,
                edition,
                meeting,
                intent,
                kind,
                title,
                parties,
                Stream.concat(signatures.stream(), Stream.of(signature)).toList(),
                signedAt);
    }

    AgreementLink signed(Instant at) {
        return new AgreementLink(
                agreement, edition, meeting, intent, kind, title, parties, signatures, at);
    }

    Agreement.State state() {
        if (signedAt != null) {
            return Agreement.State.SIGNED;
        }
        return signatures.isEmpty() ? Agreement.State.DRAFT : Agreement.State.PARTLY_SIGNED;
    }

    Optional<Instant> signedAt(String organisation) {
        return signatures.stream()
                .filter(signature -> signature.organisation().equals(organisation))
                .map(Given::signedAt)
                .findFirst();
    }
}
