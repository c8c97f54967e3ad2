package io.bridgehead.contract.signing;

import io.bridgehead.contract.agreement.Agreement;
import io.bridgehead.contract.agreement.AgreementAnswer;
import io.bridgehead.contract.agreement.Agreements;
import io.bridgehead.contract.agreement.Viewer;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.identity.AnyoneMayCall;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.MayCall;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.web.Etags;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.Collection;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class SigningController {

    private final SigningAgreements signing;
    private final Agreements agreements;
    private final Seals seals;
    private final SealKeys keys;

    SigningController(
            SigningAgreements signing, Agreements agreements, Seals seals, SealKeys keys) {
        this.signing = signing;
        this.agreements = agreements;
        this.seals = seals;
        this.keys = keys;
    }

    /// @param documentDigest of the bytes that the signatory was shown: `sha256:` and 64 hex digits
    record SignRequest(@NotBlank String organisation, @NotBlank String documentDigest) {}

    @PostMapping("/api/v1/agreements/{id}/signatures")
    @MayCall(Role.SIGNATORY)
    ResponseEntity<AgreementAnswer> sign(
            Caller caller,
            CommandId command,
            @PathVariable String id,
            @Valid @RequestBody SignRequest request) {
        Versioned<Agreement> signed =
                signing.sign(id, request.organisation(), request.documentDigest(), caller, command);
        return ResponseEntity.ok()
                .eTag(Etags.of(signed.version()))
                .body(AgreementAnswer.of(signed));
    }

    record VerificationAnswer(boolean valid, List<FindingAnswer> findings) {

        static VerificationAnswer of(List<Finding> findings) {
            return new VerificationAnswer(
                    findings.isEmpty(), findings.stream().map(FindingAnswer::of).toList());
        }
    }

    record FindingAnswer(String part, Finding.Code code, String zh, String en) {

        static FindingAnswer of(Finding finding) {
            return new FindingAnswer(finding.part(), finding.code(), finding.zh(), finding.en());
        }
    }

    @GetMapping("/api/v1/agreements/{id}/verification")
    @MayCall({
        Role.ORGANIZER,
        Role.CITY_OFFICER,
        Role.PARTNER_SYSTEM,
        Role.ORGANISATION,
        Role.SIGNATORY,
        Role.AUDITOR,
        Role.OPERATOR
    })
    VerificationAnswer verify(Caller caller, @PathVariable String id) {
        return VerificationAnswer.of(seals.verify(agreements.stored(id, Viewer.of(caller))));
    }

    /// A JWK set (RFC 7517).
    record SealKeysAnswer(Collection<SealKeys.SealKey> keys) {}

    @GetMapping("/api/v1/seal-keys")
    @AnyoneMayCall
    SealKeysAnswer keys() {
        return new SealKeysAnswer(keys.published());
    }
}
