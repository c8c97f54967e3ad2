package io.bridgehead.registration.organisation;

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
import jakarta.validation.constraints.NotNull;
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
@RequestMapping("/api/v1/organisations")
class OrganisationController {

    private final RegisteringOrganisations registering;
    private final Organisations organisations;

    OrganisationController(RegisteringOrganisations registering, Organisations organisations) {
        this.registering = registering;
        this.organisations = organisations;
    }

    record Body(
            @NotBlank String organisation,
            @NotBlank @Size(max = 200) String name,
            @NotNull OrganisationKind kind,
            @Nullable String city) {}

    record Answer(
            String organisation, String name, OrganisationKind kind, String city, long version) {

        static Answer of(Versioned<Organisation> versioned) {
            Organisation organisation = versioned.state();
            return new Answer(
                    versioned.id(),
                    organisation.name(),
                    organisation.kind(),
                    organisation.city(),
                    versioned.version());
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @MayCall({Role.CITY_OFFICER, Role.PARTNER_SYSTEM, Role.ORGANIZER})
    ResponseEntity<Answer> register(
            Caller caller, CommandId command, @Valid @RequestBody Body body) {
        Versioned<Organisation> registered =
                registering.register(
                        caller,
                        command,
                        body.organisation(),
                        body.name(),
                        body.kind(),
                        body.city());
        return ResponseEntity.created(URI.create("/api/v1/organisations/" + registered.id()))
                .eTag(Etags.of(registered.version()))
                .body(Answer.of(registered));
    }

    @GetMapping
    @SignedInMayCall
    Page<Answer> list(
            @RequestParam @Nullable String city,
            @RequestParam @Nullable OrganisationKind kind,
            @RequestParam @Nullable String q,
            PageQuery page) {
        return organisations.page(city, kind, q, page).map(Answer::of);
    }

    @GetMapping("/{code}")
    @SignedInMayCall
    ResponseEntity<Answer> get(@PathVariable String code) {
        Versioned<Organisation> organisation = organisations.get(code);
        return ResponseEntity.ok()
                .eTag(Etags.of(organisation.version()))
                .body(Answer.of(organisation));
    }
}
