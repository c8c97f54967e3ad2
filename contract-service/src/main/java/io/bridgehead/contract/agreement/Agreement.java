package io.bridgehead.contract.agreement;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bridgehead.platform.documents.Kind;
import io.bridgehead.platform.documents.Transition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What two or more organisations agree on: a draft until one party has signed, and sealed anew with each
/// signature.
public sealed interface Agreement {

    Origin origin();

    String title();

    Terms terms();

    /// The project's side first.
    List<Party> parties();

    /// The very text that is signed.
    String document();

    /// In the order in which they were given; one for a party at most.
    List<Signature> signatures();

    State state();

    /// Takes a party's signature; one that it has given before changes nothing.
    ///
    /// @param sealing puts the seal on the parts
    /// @throws SigningRejection when it cannot be taken
    Transition<Agreement, AgreementEvent> sign(
            Signature signature, Function<SealedParts, Seal> sealing);

    default SealedParts sealedParts() {
        return new SealedParts(origin(), title(), terms(), parties(), document(), signatures());
    }

    /// Of the bytes that `GET …/document` serves: the text in UTF-8.
    default String documentDigest() {
        return Sha256.of(document());
    }

    default Optional<Party> party(String organisation) {
        return parties().stream()
                .filter(party -> party.organisation().equals(organisation))
                .findFirst();
    }

    default Optional<Signature> signatureOf(String organisation) {
        return signatures().stream()
                .filter(signature -> signature.organisation().equals(organisation))
                .findFirst();
    }

    /// @throws DraftingRejection when these cannot agree, or not on that
    static Transition<Agreement, AgreementEvent> draft(
            String id, Origin origin, String title, Terms terms, List<Party> parties) {
        if (title.isBlank()) {
            throw new DraftingRejection.Untitled();
        }
        if (parties.size() < 2 || parties.size() > DocumentText.MOST_PARTIES) {
            throw new DraftingRejection.NumberOfParties(parties.size());
        }
        if (parties.stream().map(Party::organisation).distinct().count() < parties.size()) {
            throw new DraftingRejection.SameParty();
        }
        if (terms.amount() != null) {
            terms.amount().requireAgreeable();
        }
        String document = DocumentText.of(id, origin, title, terms, parties);
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(document + parties)) {
            throw new DraftingRejection.UnreadableText();
        }
        return Transition.to(
                new Draft(origin, title, terms, parties, document), new AgreementEvent.Drafted());
    }

    enum State {
        @JsonProperty("draft")
        DRAFT,
        @JsonProperty("partlySigned")
        PARTLY_SIGNED,
        @JsonProperty("signed")
        SIGNED
    }

    /// Nobody has signed yet.
    @Kind("draft")
    record Draft(Origin origin, String title, Terms terms, List<Party> parties, String document)
            implements Agreement {

        public Draft {
            parties = List.copyOf(parties);
        }

        @Override
        public List<Signature> signatures() {
            return List.of();
        }

        @Override
        public State state() {
            return State.DRAFT;
        }

        @Override
        public Transition<Agreement, AgreementEvent> sign(
                Signature signature, Function<SealedParts, Seal> sealing) {
            requireSignable(this, signature);
            SealedParts parts = sealedParts().with(signature);
            return Transition.to(
                    PartlySigned.of(parts, sealing.apply(parts)),
                    new AgreementEvent.SignatureGiven(signature));
        }

        /// Whether the document says what the record says. All that a signatory is shown is the document.
        ///
        /// Of what someone else wrote, in which any part may be missing, there may be no document at all.
        ///
        /// @param id the draft's own, which the document names
        public boolean isDocumented(String id) {
            try {
                return DocumentText.of(id, origin, title, terms, parties).equals(document);
            } catch (RuntimeException _) {
                return false;
            }
        }
    }

    /// Some have signed, and some have not.
    @Kind("partlySigned")
    record PartlySigned(
            Origin origin,
            String title,
            Terms terms,
            List<Party> parties,
            String document,
            List<Signature> signatures,
            Seal seal)
            implements Agreement {

        public PartlySigned {
            parties = List.copyOf(parties);
            signatures = List.copyOf(signatures);
        }

        private static PartlySigned of(SealedParts parts, Seal seal) {
            return new PartlySigned(
                    parts.origin(),
                    parts.title(),
                    parts.terms(),
                    parts.parties(),
                    parts.document(),
                    parts.signatures(),
                    seal);
        }

        @Override
        public State state() {
            return State.PARTLY_SIGNED;
        }

        @Override
        public Transition<Agreement, AgreementEvent> sign(
                Signature signature, Function<SealedParts, Seal> sealing) {
            requireSignable(this, signature);
            if (signatureOf(signature.organisation()).isPresent()) {
                return Transition.none(this);
            }
            SealedParts parts = sealedParts().with(signature);
            Seal resealed = sealing.apply(parts);
            AgreementEvent given = new AgreementEvent.SignatureGiven(signature);
            if (!parts.areSignedByAll()) {
                return Transition.to(PartlySigned.of(parts, resealed), given);
            }
            return new Transition<>(
                    Signed.of(parts, resealed),
                    List.of(given, new AgreementEvent.Completed(resealed)));
        }
    }

    /// All have signed; the record is sealed and does not change any more.
    @Kind("signed")
    record Signed(
            Origin origin,
            String title,
            Terms terms,
            List<Party> parties,
            String document,
            List<Signature> signatures,
            Seal seal)
            implements Agreement {

        public Signed {
            parties = List.copyOf(parties);
            signatures = List.copyOf(signatures);
        }

        private static Signed of(SealedParts parts, Seal seal) {
            return new Signed(
                    parts.origin(),
                    parts.title(),
                    parts.terms(),
                    parts.parties(),
                    parts.document(),
                    parts.signatures(),
                    seal);
        }

        @Override
        public State state() {
            return State.SIGNED;
        }

        public Instant signedAt() {
            return signatures.getLast().signedAt();
        }

        @Override
        public Transition<Agreement, AgreementEvent> sign(
                Signature signature, Function<SealedParts, Seal> sealing) {
            requireSignable(this, signature);
            return Transition.none(this);
        }
    }

    // --- what an agreement is made of

    /// Where an agreement comes from.
    ///
    /// @param recordedAt when the parties recorded their intent
    record Origin(String edition, String meeting, String intent, Instant recordedAt) {}

    /// @param summary what the parties mean to do, in their own words
    /// @param amount null where no money is agreed
    record Terms(AgreementKind kind, String summary, @Nullable Money amount) {}

    /// One side of an agreement.
    ///
    /// @param organisation unified social credit code (GB 32100)
    /// @param delegate who met for it; an id, so that nothing personal stands in a record that is kept
    record Party(String city, String organisation, String organisationName, String delegate) {}

    /// One party's signature, given by a signatory with a token of his own.
    ///
    /// @param organisation the party's unified social credit code
    /// @param signatory the token's subject: the realm's id of the account, and no name
    /// @param documentDigest of the document that the signatory was shown
    record Signature(
            String organisation, String signatory, String documentDigest, Instant signedAt) {}

    /// The service's own signature over a record that parties have signed.
    ///
    /// @param keyId RFC 7638 thumbprint of the key
    /// @param jws compact JWS (RFC 7515), EdDSA over Ed25519; its payload names the record and has a digest
    ///     of each of its parts
    record Seal(String keyId, String jws) {}

    /// All of a record that the seal is put on, part by part, under the names that the parts have in the
    /// seal, in the public API and in the document in MongoDB alike.
    record SealedParts(
            Origin origin,
            String title,
            Terms terms,
            List<Party> parties,
            String document,
            List<Signature> signatures) {

        private SealedParts with(Signature signature) {
            return new SealedParts(
                    origin,
                    title,
                    terms,
                    parties,
                    document,
                    Stream.concat(signatures.stream(), Stream.of(signature)).toList());
        }

        public boolean areSignedByAll() {
            return signatures.size() == parties.size();
        }
    }

    private static void requireSignable(Agreement agreement, Signature signature) {
        if (agreement.party(signature.organisation()).isEmpty()) {
            throw new SigningRejection.NotAParty(signature.organisation());
        }
        String digest = agreement.documentDigest();
        if (!signature.documentDigest().equals(digest)) {
            throw new SigningRejection.DigestDiffers(signature.documentDigest(), digest);
        }
    }
}
