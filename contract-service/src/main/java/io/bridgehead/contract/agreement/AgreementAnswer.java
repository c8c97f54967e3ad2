package io.bridgehead.contract.agreement;

import io.bridgehead.contract.agreement.Agreement.Party;
import io.bridgehead.contract.agreement.Agreement.Signature;
import io.bridgehead.platform.documents.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An agreement as the public API shows it.
///
/// @param signedAt when the last party signed
/// @param keyId of the key that sealed it
public record AgreementAnswer(
        String id,
        String edition,
        String meeting,
        String intent,
        AgreementKind kind,
        String title,
        Agreement.State state,
        List<PartyAnswer> parties,
        String documentDigest,
        @Nullable Instant signedAt,
        @Nullable String keyId,
        long version) {

    /// @param signedAt when this party signed
    public record PartyAnswer(
            String city,
            String organisation,
            String organisationName,
            String delegate,
            @Nullable Instant signedAt) {

        static PartyAnswer of(Party party, Optional<Signature> signature) {
            return new PartyAnswer(
                    party.city(),
                    party.organisation(),
                    party.organisationName(),
                    party.delegate(),
                    signature.map(Signature::signedAt).orElse(null));
        }
    }

    public static AgreementAnswer of(Versioned<Agreement> versioned) {
        Agreement agreement = versioned.state();
        Agreement.@Nullable Signed signed = agreement instanceof Agreement.Signed all ? all : null;
        return new AgreementAnswer(
                versioned.id(),
                agreement.origin().edition(),
                agreement.origin().meeting(),
                agreement.origin().intent(),
                agreement.terms().kind(),
                agreement.title(),
                agreement.state(),
                agreement.parties().stream()
                        .map(party ->
                                PartyAnswer.of(party, agreement.signatureOf(party.organisation())))
                        .toList(),
                agreement.documentDigest(),
                signed == null ? null : signed.signedAt(),
                signed == null ? null : signed.seal().keyId(),
                versioned.version());
    }
}
