package io.bridgehead.contract.agreement;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.bridgehead.contract.agreement.Agreement.SealedParts;
import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.MayCall;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.web.Etags;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/agreements")
final class AgreementController {

    private static final MediaType PLAIN_TEXT =
            new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Agreements agreements;

    AgreementController(Agreements agreements) {
        this.agreements = agreements;
    }

    @GetMapping
    @MayCall({
        Role.ORGANIZER,
        Role.CITY_OFFICER,
        Role.PARTNER_SYSTEM,
        Role.ORGANISATION,
        Role.SIGNATORY,
        Role.AUDITOR,
        Role.OPERATOR
    })
    Page<Listed> list(
            Caller caller,
            @RequestParam @Nullable String edition,
            @RequestParam @Nullable String city,
            @RequestParam Agreement.@Nullable State state,
            @RequestParam @Nullable String meeting,
            @RequestParam @Nullable AgreementKind kind,
            PageQuery page) {
        Agreements.Filter filter = new Agreements.Filter(edition, city, state, meeting, kind);
        return agreements.page(filter, Viewer.of(caller), page).map(Listed::of);
    }

    /// An agreement, or in its place the id of one that was edited so that it cannot be read any more.
    record Listed(
            @JsonUnwrapped @Nullable AgreementAnswer agreement,
            @JsonUnwrapped @Nullable Unreadable unreadable) {

        static Listed of(StoredAgreement stored) {
            return stored.read() == null
                    ? new Listed(null, new Unreadable(stored.id(), true))
                    : new Listed(stored.read().answer(), null);
        }
    }

    /// @param unreadable true: what is wrong with the record, its verification says
    record Unreadable(String id, boolean unreadable) {}

    /// @param sealed the record's parts exactly as the seal has their digests, so that anyone can
    ///     verify them without us; null until it is sealed
    /// @param seal compact JWS; null until it is sealed
    record OneAgreement(
            @JsonUnwrapped AgreementAnswer agreement,
            @Nullable SealedParts sealed,
            @Nullable String seal) {

        static OneAgreement of(Versioned<Agreement> versioned) {
            AgreementAnswer answer = AgreementAnswer.of(versioned);
            return versioned.state() instanceof Agreement.Signed signed
                    ? new OneAgreement(answer, signed.sealedParts(), signed.seal().jws())
                    : new OneAgreement(answer, null, null);
        }
    }

    @GetMapping("/{id}")
    @MayCall({
        Role.ORGANIZER,
        Role.CITY_OFFICER,
        Role.PARTNER_SYSTEM,
        Role.ORGANISATION,
        Role.SIGNATORY,
        Role.AUDITOR,
        Role.OPERATOR
    })
    ResponseEntity<OneAgreement> get(Caller caller, @PathVariable String id) {
        Versioned<Agreement> found = agreements.get(id, Viewer.of(caller));
        return ResponseEntity.ok().eTag(Etags.of(found.version())).body(OneAgreement.of(found));
    }

    /// The very bytes whose digest is signed.
    @GetMapping("/{id}/document")
    @MayCall({
        Role.ORGANIZER,
        Role.CITY_OFFICER,
        Role.PARTNER_SYSTEM,
        Role.ORGANISATION,
        Role.SIGNATORY,
        Role.AUDITOR,
        Role.OPERATOR
    })
    ResponseEntity<byte[]> document(Caller caller, @PathVariable String id) {
        Agreement agreement = agreements.get(id, Viewer.of(caller)).state();
        return ResponseEntity.ok()
                .contentType(PLAIN_TEXT)
                .body(agreement.document().getBytes(StandardCharsets.UTF_8));
    }
}
