package io.bridgehead.registration.delegation;

import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.MayCall;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.identity.SignedInMayCall;
import io.bridgehead.platform.web.Etags;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/delegations")
class DelegationController {

    private final RegisteringDelegations registering;

    DelegationController(RegisteringDelegations registering) {
        this.registering = registering;
    }

    record Body(@NotBlank String edition, @NotBlank @Size(max = 200) String name) {}

    record Answer(String id, String edition, String city, String name, long version) {

        static Answer of(Versioned<Delegation> versioned) {
            Delegation delegation = versioned.state();
            return new Answer(
                    versioned.id(),
                    delegation.edition(),
                    delegation.city(),
                    delegation.name(),
                    versioned.version());
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @MayCall({Role.CITY_OFFICER, Role.PARTNER_SYSTEM, Role.DELEGATION_LEADER})
    ResponseEntity<Answer> register(
            Caller caller, CommandId command, @Valid @RequestBody Body body) {
        Versioned<Delegation> registered =
                registering.register(caller, command, body.edition(), body.name());
        return ResponseEntity.created(URI.create("/api/v1/delegations/" + registered.id()))
                .eTag(Etags.of(registered.version()))
                .body(Answer.of(registered));
    }

    /// @param q part of the name
    @GetMapping
    @SignedInMayCall
    Page<Answer> list(
            Caller caller,
            @RequestParam @Nullable String edition,
            @RequestParam @Nullable String city,
            @RequestParam @Nullable @Size(max = 200) String q,
            PageQuery page) {
        return registering.page(caller, edition, city, q, page).map(Answer::of);
    }

    @GetMapping("/{id}")
    @SignedInMayCall
    ResponseEntity<Answer> get(Caller caller, @PathVariable String id) {
        Versioned<Delegation> delegation = registering.visible(caller, id);
        return ResponseEntity.ok().eTag(Etags.of(delegation.version())).body(Answer.of(delegation));
    }
}
