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
/// @param documentDigest of the text that there is to sign
/// @param signedAt when the last party signed
public record AgreementLink(
        String agreement,
        String edition,
        String intent,
        AgreementKind kind,
        String title,
        List<Party> parties,
        String documentDigest,
        Instant draftedAt,
        List<Given> signatures,
        @Nullable Instant signedAt) {

    /// A party's signature, and the digest that it stands under.
    public record Given(String organisation, String documentDigest, Instant signedAt) {}

    public AgreementLink {
        parties = List.copyOf(parties);
        signatures = List.copyOf(signatures);
    }

    AgreementLink with(Given signature) {
        return new AgreementLink(
                agreement,
                edition,
                intent,
                kind,
                title,
                parties,
                documentDigest,
                draftedAt,
                Stream.concat(signatures.stream(), Stream.of(signature)).toList(),
                signedAt);
    }

    AgreementLink signed(Instant at) {
        return new AgreementLink(
                agreement,
                edition,
                intent,
                kind,
                title,
                parties,
                documentDigest,
                draftedAt,
                signatures,
                at);
    }

    Agreement.State state() {
        if (signedAt != null) {
            return Agreement.State.SIGNED;
        }
        return signatures.isEmpty() ? Agreement.State.DRAFT : Agreement.State.PARTLY_SIGNED;
    }

    Optional<Given> signatureOf(String organisation) {
        return signatures.stream()
                .filter(signature -> signature.organisation().equals(organisation))
                .findFirst();
    }
}
