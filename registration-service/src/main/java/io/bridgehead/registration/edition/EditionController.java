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
import io.bridgehead.platform.web.IfMatch;
import io.bridgehead.registration.BilingualPassage;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/editions")
class EditionController {

    private static final String USUAL_TIME_ZONE = "Asia/Shanghai";

    /// In one programme.
    private static final int MOST_ITEMS = 200;

    private final OpeningEditions opening;
    private final RevisingEditions revising;
    private final Editions editions;

    EditionController(OpeningEditions opening, RevisingEditions revising, Editions editions) {
        this.opening = opening;
        this.revising = revising;
        this.editions = editions;
    }

    record Body(
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{1,39}") String code,
            @NotNull @Valid BilingualText title,
            @NotNull LocalDate startsOn,
            @NotNull LocalDate endsOn,
            @Nullable String timeZone,
            @NotNull @Valid BilingualText venue,
            @NotEmpty @Size(max = 500) List<@Valid @NotNull Quota> quotas,
            @Nullable @Size(max = MOST_ITEMS) List<@Valid @NotNull ProgrammeItem> programme,
            @Nullable @Valid BilingualPassage directions,
            @Nullable @Valid BilingualPassage about) {

        Opening toOpening() {
            return new Opening(
                    code,
                    startsOn,
                    endsOn,
                    Objects.requireNonNullElse(timeZone, USUAL_TIME_ZONE),
                    quotas,
                    new Presentation(
                            title,
                            venue,
                            Objects.requireNonNullElse(programme, List.of()),
                            directions,
                            about));
        }
    }

    record Revision(
            @NotNull @Valid BilingualText title,
            @NotNull @Valid BilingualText venue,
            @Nullable @Size(max = MOST_ITEMS) List<@Valid @NotNull ProgrammeItem> programme,
            @Nullable @Valid BilingualPassage directions,
            @Nullable @Valid BilingualPassage about) {

        Presentation toPresentation() {
            return new Presentation(
                    title,
                    venue,
                    Objects.requireNonNullElse(programme, List.of()),
                    directions,
                    about);
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
            List<ProgrammeItem> programme,
            @Nullable BilingualPassage directions,
            @Nullable BilingualPassage about,
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
                    edition.programme(),
                    edition.directions(),
                    edition.about(),
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

    @PutMapping("/{id}")
    @MayCall(Role.ORGANIZER)
    ResponseEntity<Answer> revise(
            Caller caller,
            CommandId command,
            IfMatch ifMatch,
            @PathVariable String id,
            @Valid @RequestBody Revision revision) {
        return tagged(
                revising.revise(caller, command, id, ifMatch.version(), revision.toPresentation()));
    }

    @GetMapping
    @AnyoneMayCall
    Page<Answer> list(PageQuery page) {
        return editions.page(page).map(Answer::of);
    }

    @GetMapping("/{id}")
    @AnyoneMayCall
    ResponseEntity<Answer> get(@PathVariable String id) {
        return tagged(editions.get(id));
    }

    private static ResponseEntity<Answer> tagged(Versioned<Edition> edition) {
        return ResponseEntity.ok().eTag(Etags.of(edition.version())).body(Answer.of(edition));
    }
}
