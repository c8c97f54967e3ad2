package io.bridgehead.contract.agreement;

import io.bridgehead.contract.agreement.Agreement.Origin;
import io.bridgehead.contract.agreement.Agreement.Party;
import io.bridgehead.contract.agreement.Agreement.Seal;
import io.bridgehead.contract.agreement.Agreement.Signature;
import io.bridgehead.platform.documents.OutgoingEvent;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What other services are told of an agreement.
final class AgreementAnnouncer {

    private AgreementAnnouncer() {}

    static OutgoingEvent announce(String id, Agreement after, AgreementEvent event) {
        Set<String> cities = after.parties().stream().map(Party::city).collect(Collectors.toSet());
        return switch (event) {
            case AgreementEvent.Drafted _ ->
                    new OutgoingEvent("agreement.drafted.v1", cities, Drafted.of(id, after));
            case AgreementEvent.SignatureGiven(Signature signature) ->
                    new OutgoingEvent(
                            "signature.given.v1", cities, SignatureGiven.of(id, after, signature));
            case AgreementEvent.Completed(Seal seal) ->
                    new OutgoingEvent("agreement.signed.v1", cities, Signed.of(id, after, seal));
        };
    }

    record Drafted(
            String agreement,
            String edition,
            String meeting,
            String intent,
            AgreementKind kind,
            String title,
            List<Party> parties,
            String documentDigest) {

        static Drafted of(String id, Agreement agreement) {
            Origin origin = agreement.origin();
            return new Drafted(
                    id,
                    origin.edition(),
                    origin.meeting(),
                    origin.intent(),
                    agreement.terms().kind(),
                    agreement.title(),
                    agreement.parties(),
                    agreement.documentDigest());
        }
    }

    record SignatureGiven(
            String agreement,
            String edition,
            String meeting,
            String organisation,
            String city,
            String documentDigest,
            Instant signedAt) {

        static SignatureGiven of(String id, Agreement agreement, Signature signature) {
            return new SignatureGiven(
                    id,
                    agreement.origin().edition(),
                    agreement.origin().meeting(),
                    signature.organisation(),
                    agreement.party(signature.organisation()).orElseThrow().city(),
                    signature.documentDigest(),
                    signature.signedAt());
        }
    }

    /// @param seal compact JWS
    record Signed(
            String agreement,
            String edition,
            String meeting,
            String intent,
            AgreementKind kind,
            String title,
            List<Party> parties,
            String documentDigest,
            Instant signedAt,
            String keyId,
            String seal) {

        static Signed of(String id, Agreement agreement, Seal seal) {
            Origin origin = agreement.origin();
            return new Signed(
                    id,
                    origin.edition(),
                    origin.meeting(),
                    origin.intent(),
                    agreement.terms().kind(),
                    agreement.title(),
                    agreement.parties(),
                    agreement.documentDigest(),
                    agreement.signatures().getLast().signedAt(),
                    seal.keyId(),
                    seal.jws());
        }
    }
}
