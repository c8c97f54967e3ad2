package io.bridgehead.matchmaking.pilotbase;

import io.bridgehead.matchmaking.offer.Contacts;
import io.bridgehead.matchmaking.offer.Contacts.Person;
import io.bridgehead.matchmaking.offer.Side;
import io.bridgehead.matchmaking.pilotbase.OfferingPilotBases.Entry;
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
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
@RequestMapping("/api/v1/pilot-bases")
class PilotBaseController {

    private final OfferingPilotBases offering;
    private final PilotBases bases;
    private final Contacts contacts;

    PilotBaseController(OfferingPilotBases offering, PilotBases bases, Contacts contacts) {
        this.offering = offering;
        this.bases = bases;
        this.contacts = contacts;
    }

    record Body(
            @NotBlank String edition,
            @NotBlank @Size(max = 200) String name,
            @NotBlank String organisation,
            @NotBlank @Size(max = 200) String organisationName,
            @NotEmpty @Size(max = 100) List<@NotBlank String> disciplines,
            @NotNull @Min(1) @Max(10_000) Integer capacity,
            @NotBlank String contact,
            @Nullable @Size(max = 100) List<@NotBlank String> conflicts) {

        Entry toEntry() {
            return new Entry(
                    edition,
                    name,
                    organisation,
                    organisationName,
                    disciplines,
                    capacity,
                    contact,
                    Objects.requireNonNullElse(conflicts, List.of()));
        }
    }

    /// @param contactPerson masked
    /// @param conflicts shown to its own side, and to whoever sees all
    record Answer(
            String id,
            String edition,
            String name,
            String organisation,
            String organisationName,
            String city,
            List<String> disciplines,
            int capacity,
            String contact,
            @Nullable Person contactPerson,
            @Nullable List<String> conflicts,
            long version) {

        static Answer of(
                Versioned<PilotBase> versioned, Caller caller, Map<String, Person> contacts) {
            PilotBase base = versioned.state();
            Side side = base.side();
            return new Answer(
                    versioned.id(),
                    base.edition(),
                    base.name(),
                    side.organisation(),
                    side.organisationName(),
                    side.city(),
                    base.disciplines(),
                    base.capacity(),
                    side.delegate(),
                    contacts.get(side.delegate()),
                    base.showsConflictsTo(caller) ? base.conflicts() : null,
                    versioned.version());
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @MayCall({Role.CITY_OFFICER, Role.PARTNER_SYSTEM, Role.ORGANISATION})
    ResponseEntity<Answer> register(
            Caller caller, CommandId command, @Valid @RequestBody Body body) {
        Versioned<PilotBase> registered = offering.register(caller, command, body.toEntry());
        return ResponseEntity.created(URI.create("/api/v1/pilot-bases/" + registered.id()))
                .eTag(Etags.of(registered.version()))
                .body(answer(caller, registered));
    }

    @GetMapping
    @SignedInMayCall
    Page<Answer> list(
            Caller caller,
            @RequestParam @Nullable String edition,
            @RequestParam @Nullable String city,
            PageQuery page) {
        Page<Versioned<PilotBase>> found = bases.page(edition, city, page);
        Map<String, Person> people =
                contacts.of(found.items().stream().map(each -> each.state().side()).toList());
        return found.map(base -> Answer.of(base, caller, people));
    }

    @GetMapping("/{id}")
    @SignedInMayCall
    ResponseEntity<Answer> get(Caller caller, @PathVariable String id) {
        Versioned<PilotBase> base = bases.get(id);
        return ResponseEntity.ok().eTag(Etags.of(base.version())).body(answer(caller, base));
    }

    private Answer answer(Caller caller, Versioned<PilotBase> base) {
        return Answer.of(base, caller, contacts.of(List.of(base.state().side())));
    }
}
