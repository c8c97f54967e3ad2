package io.bridgehead.matchmaking.fund;

import io.bridgehead.matchmaking.Money;
import io.bridgehead.matchmaking.fund.OfferingFunds.Entry;
import io.bridgehead.matchmaking.offer.Contacts;
import io.bridgehead.matchmaking.offer.Contacts.Person;
import io.bridgehead.matchmaking.offer.Side;
import io.bridgehead.matchmaking.project.Stage;
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
@RequestMapping("/api/v1/funds")
class FundController {

    private final OfferingFunds offering;
    private final Funds funds;
    private final Contacts contacts;

    FundController(OfferingFunds offering, Funds funds, Contacts contacts) {
        this.offering = offering;
        this.funds = funds;
        this.contacts = contacts;
    }

    /// @param cities empty or left out: any
    record MandateBody(
            @NotEmpty @Size(max = 100) List<@NotBlank String> industries,
            @NotEmpty @Size(max = 10) List<@NotNull Stage> stages,
            @NotNull @Valid Money ticketFrom,
            @NotNull @Valid Money ticketTo,
            @Nullable @Size(max = 100) List<@NotBlank String> cities) {

        Mandate toMandate() {
            return new Mandate(
                    industries,
                    stages,
                    ticketFrom,
                    ticketTo,
                    Objects.requireNonNullElse(cities, List.of()));
        }
    }

    record Body(
            @NotBlank String edition,
            @NotBlank @Size(max = 200) String name,
            @NotBlank String organisation,
            @NotBlank @Size(max = 200) String organisationName,
            @NotNull @Valid MandateBody mandate,
            @NotBlank String contact,
            @Nullable @Size(max = 100) List<@NotBlank String> conflicts) {

        Entry toEntry() {
            return new Entry(
                    edition,
                    name,
                    organisation,
                    organisationName,
                    mandate.toMandate(),
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
            Mandate mandate,
            String contact,
            @Nullable Person contactPerson,
            @Nullable List<String> conflicts,
            long version) {

        static Answer of(Versioned<Fund> versioned, Caller caller, Map<String, Person> contacts) {
            Fund fund = versioned.state();
            Side side = fund.side();
            return new Answer(
                    versioned.id(),
                    fund.edition(),
                    fund.name(),
                    side.organisation(),
                    side.organisationName(),
                    side.city(),
                    fund.mandate(),
                    side.delegate(),
                    contacts.get(side.delegate()),
                    fund.showsConflictsTo(caller) ? fund.conflicts() : null,
                    versioned.version());
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @MayCall({Role.CITY_OFFICER, Role.PARTNER_SYSTEM, Role.ORGANISATION})
    ResponseEntity<Answer> register(
            Caller caller, CommandId command, @Valid @RequestBody Body body) {
        Versioned<Fund> registered = offering.register(caller, command, body.toEntry());
        return ResponseEntity.created(URI.create("/api/v1/funds/" + registered.id()))
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
        Page<Versioned<Fund>> found = funds.page(edition, city, page);
        Map<String, Person> people =
                contacts.of(found.items().stream().map(each -> each.state().side()).toList());
        return found.map(fund -> Answer.of(fund, caller, people));
    }

    @GetMapping("/{id}")
    @SignedInMayCall
    ResponseEntity<Answer> get(Caller caller, @PathVariable String id) {
        Versioned<Fund> fund = funds.get(id);
        return ResponseEntity.ok().eTag(Etags.of(fund.version())).body(answer(caller, fund));
    }

    private Answer answer(Caller caller, Versioned<Fund> fund) {
        return Answer.of(fund, caller, contacts.of(List.of(fund.state().side())));
    }
}
