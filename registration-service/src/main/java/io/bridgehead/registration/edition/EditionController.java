package io.bridgehead.registration.edition;

import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.identity.AnyoneMayCall;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.MayCall;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.web.Etags;
import io.bridgehead.registration.BilingualText;
import io.bridgehead.registration.city.City;
import io.bridgehead.registration.edition.OpeningEditions.Opening;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/editions")
class EditionController {

    private static final String USUAL_TIME_ZONE = "Asia/Shanghai";

    private final OpeningEditions opening;
    private final Editions editions;

    EditionController(OpeningEditions opening, Editions editions) {
        this.opening = opening;
        this.editions = editions;
    }

    record Body(
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{1,39}") String code,
            @NotNull @Valid BilingualText title,
            @NotNull LocalDate startsOn,
            @NotNull LocalDate endsOn,
            @Nullable String timeZone,
            @NotNull @Valid BilingualText venue,
            @NotEmpty @Size(max = 500) List<@Valid @NotNull Quota> quotas) {

        Opening toOpening() {
            return new Opening(
                    code,
                    title,
                    startsOn,
                    endsOn,
                    Objects.requireNonNullElse(timeZone, USUAL_TIME_ZONE),
                    venue,
                    quotas);
        }
    }

    record Answer(
            String id,
            BilingualText title,
            String hostCity,
            List<City> cities,
            LocalDate startsOn,
            LocalDate endsOn,
            String timeZone,
            BilingualText venue,
            long version) {

        static Answer of(Versioned<Edition> versioned) {
            Edition edition = versioned.state();
            return new Answer(
                    versioned.id(),
                    edition.title(),
                    edition.hostCity(),
                    edition.cities(),
                    edition.startsOn(),
                    edition.endsOn(),
                    edition.timeZone(),
                    edition.venue(),
                    versioned.version());
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @MayCall(Role.ORGANIZER)
    ResponseEntity<Answer> open(Caller caller, CommandId command, @Valid @RequestBody Body body) {
        Versioned<Edition> opened = opening.open(caller, command, body.toOpening());
        return ResponseEntity.created(URI.create("/api/v1/editions/" + opened.id()))
                .eTag(Etags.of(opened.version()))
                .body(Answer.of(opened));
    }

    @GetMapping
    @AnyoneMayCall
    Page<Answer> list(PageQuery page) {
        return editions.page(page).map(Answer::of);
    }

    @GetMapping("/{id}")
    @AnyoneMayCall
    ResponseEntity<Answer> get(@PathVariable String id) {
        Versioned<Edition> edition = editions.get(id);
        return ResponseEntity.ok().eTag(Etags.of(edition.version())).body(Answer.of(edition));
    }
}
