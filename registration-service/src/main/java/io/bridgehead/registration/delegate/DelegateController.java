package io.bridgehead.registration.delegate;

import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.MayCall;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.identity.SignedInMayCall;
import io.bridgehead.registration.delegate.Delegate.Guest;
import io.bridgehead.registration.delegate.Delegate.State;
import io.bridgehead.registration.delegate.HandlingPersonalData.Revealed;
import io.bridgehead.registration.delegate.LookingUpDelegates.Shown;
import io.bridgehead.registration.edition.GuestKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/delegates")
class DelegateController {

    private final LookingUpDelegates lookingUp;
    private final DecidingOnDelegates deciding;
    private final HandlingPersonalData personalData;

    DelegateController(
            LookingUpDelegates lookingUp,
            DecidingOnDelegates deciding,
            HandlingPersonalData personalData) {
        this.lookingUp = lookingUp;
        this.deciding = deciding;
        this.personalData = personalData;
    }

    record Answer(
            String id,
            String edition,
            String delegation,
            String city,
            String organisation,
            String organisationName,
            @Nullable String jobTitle,
            GuestKind kind,
            boolean leader,
            State state,
            @Nullable Integer position,
            @Nullable String maskedName,
            @Nullable String maskedPhone,
            long version) {

        static Answer of(Shown shown) {
            Versioned<Delegate> delegate = shown.delegate();
            Guest guest = delegate.state().guest();
            return new Answer(
                    delegate.id(),
                    guest.edition(),
                    guest.delegation(),
                    guest.city(),
                    guest.organisation(),
                    guest.organisationName(),
                    shown.jobTitle(),
                    guest.kind(),
                    guest.leader(),
                    delegate.state().state(),
                    shown.position(),
                    shown.name(),
                    shown.phone(),
                    delegate.version());
        }
    }

    record Refusal(@NotBlank @Size(max = 500) String reason) {}

    record Purpose(@NotBlank @Size(max = 200) String purpose) {}

    record Search(@NotBlank @Size(max = 40) String phone, @Nullable String edition) {}

    /// @param q part of the organisation's name
    @GetMapping
    @SignedInMayCall
    Page<Answer> list(
            Caller caller,
            @RequestParam @Nullable String edition,
            @RequestParam @Nullable String delegation,
            @RequestParam @Nullable String city,
            @RequestParam @Nullable State state,
            @RequestParam @Nullable GuestKind kind,
            @RequestParam @Nullable String organisation,
            @RequestParam @Nullable Boolean leader,
            @RequestParam @Nullable @Size(max = 100) String q,
            PageQuery page) {
        Delegates.Query query =
                new Delegates.Query(
                        edition, delegation, city, state, kind, organisation, leader, null, q);
        return lookingUp.page(caller, query, page).map(Answer::of);
    }

    /// Who has a telephone number, in one edition or all. It is in the body, since logs and histories
    /// keep addresses; a number is nothing to try out, and so whoever may neither send people in nor
    /// reveal numbers may not ask.
    @PostMapping("/search")
    @MayCall({
        Role.CITY_OFFICER,
        Role.PARTNER_SYSTEM,
        Role.DELEGATION_LEADER,
        Role.ORGANIZER,
        Role.RECEPTION
    })
    ResponseEntity<Page<Answer>> search(Caller caller, @Valid @RequestBody Search search) {
        // nor kept under its idempotency key: who has the number may change
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(
                        lookingUp
                                .withNumber(caller, search.edition(), search.phone())
                                .map(Answer::of));
    }

    /// Whom the caller's account is.
    @GetMapping("/me")
    @SignedInMayCall
    Answer me(Caller caller) {
        return answer(lookingUp.own(caller));
    }

    @GetMapping("/{id}")
    @SignedInMayCall
    Answer get(Caller caller, @PathVariable String id) {
        return answer(lookingUp.visible(caller, id));
    }

    @PostMapping("/{id}/approve")
    @MayCall(Role.ORGANIZER)
    Answer approve(Caller caller, CommandId command, @PathVariable String id) {
        return answer(deciding.approve(caller, command, id));
    }

    @PostMapping("/{id}/decline")
    @MayCall(Role.ORGANIZER)
    Answer decline(
            Caller caller,
            CommandId command,
            @PathVariable String id,
            @Valid @RequestBody Refusal refusal) {
        return answer(deciding.decline(caller, command, id, refusal.reason()));
    }

    @PostMapping("/{id}/withdraw")
    @MayCall({Role.CITY_OFFICER, Role.ORGANIZER})
    Answer withdraw(Caller caller, CommandId command, @PathVariable String id) {
        return answer(deciding.withdraw(caller, command, id));
    }

    @PostMapping("/{id}/reveal")
    @MayCall({Role.CITY_OFFICER, Role.ORGANIZER, Role.RECEPTION})
    ResponseEntity<Revealed> reveal(
            Caller caller,
            CommandId command,
            @PathVariable String id,
            @Valid @RequestBody Purpose purpose) {
        // nor kept under its idempotency key: nobody reads it again once the person is forgotten
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(personalData.reveal(caller, command, id, purpose.purpose()));
    }

    @DeleteMapping("/{id}/personal-data")
    @MayCall({Role.CITY_OFFICER, Role.ORGANIZER})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(Caller caller, CommandId command, @PathVariable String id) {
        personalData.forget(caller, command, id);
    }

    /// Without an ETag: nothing is changed by it, and a place in line moves while the version stays.
    private Answer answer(Versioned<Delegate> delegate) {
        return Answer.of(lookingUp.show(delegate));
    }
}
