package io.bridgehead.contract.signing;

import io.bridgehead.contract.agreement.Agreement;
import io.bridgehead.contract.agreement.Agreement.Signature;
import io.bridgehead.contract.agreement.Agreements;
import io.bridgehead.contract.agreement.SigningRejection;
import io.bridgehead.contract.agreement.Viewer;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.NotAllowed;
import java.time.Clock;
import org.springframework.stereotype.Service;

/// A signatory signs for his organisation over the document that he was shown; with each signature the
/// record is sealed, in the same write, and none is put on a record that is not what was sealed before.
@Service
final class SigningAgreements {

    private final Agreements agreements;
    private final Seals seals;
    private final Clock clock;

    SigningAgreements(Agreements agreements, Seals seals, Clock clock) {
        this.agreements = agreements;
        this.seals = seals;
        this.clock = clock;
    }

    /// @param shown digest of the document that the signatory was shown
    Versioned<Agreement> sign(
            String id, String organisation, String shown, Caller signatory, CommandId command) {
        if (!signatory.speaksFor(organisation)) {
            throw new NotAllowed(signatory.subject() + " does not sign for " + organisation);
        }
        var _ = agreements.get(id, Viewer.of(signatory));
        return agreements.change(
                id,
                command,
                agreement -> {
                    requireUnedited(id, agreement);
                    // taken here, so that whoever has to sign after another signs later than he
                    Signature signature =
                            new Signature(
                                    organisation, signatory.subject(), shown, clock.instant());
                    return agreement.sign(signature, parts -> seals.seal(id, parts));
                });
    }

    private void requireUnedited(String id, Agreement agreement) {
        boolean unedited =
                switch (agreement) {
                    case Agreement.Draft draft -> draft.isDocumented(id);
                    case Agreement.PartlySigned partly ->
                            seals.holds(id, partly.sealedParts(), partly.seal());
                    case Agreement.Signed signed ->
                            seals.holds(id, signed.sealedParts(), signed.seal());
                };
        if (!unedited) {
            throw new SigningRejection.RecordAltered(id);
        }
    }
}
