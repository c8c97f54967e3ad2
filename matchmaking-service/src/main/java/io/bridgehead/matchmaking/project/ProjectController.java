package io.bridgehead.matchmaking.project;

import io.bridgehead.matchmaking.Money;
import io.bridgehead.matchmaking.offer.Contacts;
import io.bridgehead.matchmaking.offer.Contacts.Person;
import io.bridgehead.matchmaking.offer.Side;
import io.bridgehead.matchmaking.project.OfferingProjects.Entry;
import io.bridgehead.matchmaking.registration.Industries;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.MayCall;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.identity.SignedInMayCall;
import io.bridgehead.platform.web.Etags;
import io.bridgehead.platform.web.IfMatch;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects")
class ProjectController {

    private final OfferingProjects offering;
    private final Projects projects;
    private final Contacts contacts;
    private final Industries industries;

    ProjectController(
            OfferingProjects offering,
            Projects projects,
            Contacts contacts,
            Industries industries) {
        this.offering = offering;
        this.projects = projects;
        this.contacts = contacts;
        this.industries = industries;
    }

    record Body(
            @NotBlank String edition,
            @NotBlank @Size(max = 200) String title,
            @NotBlank String organisation,
            @NotBlank @Size(max = 200) String organisationName,
            @NotEmpty @Size(max = 10) List<@NotBlank String> industries,
            @NotNull Stage stage,
            @NotNull @Valid Money ask,
            @NotBlank String contact,
            @Nullable @Size(max = 100) List<@NotBlank String> conflicts) {

        Entry toEntry() {
            return new Entry(
                    edition,
                    title,
                    organisation,
                    organisationName,
                    industries,
                    stage,
                    ask,
                    contact,
                    Objects.requireNonNullElse(conflicts, List.of()));
        }
    }

    /// @param contactPerson masked
    /// @param conflicts shown to its own side, and to whoever sees all
    record Answer(
            String id,
            String edition,
            String title,
            String organisation,
            String organisationName,
            String city,
            List<String> industries,
            Stage stage,
            Money ask,
            String contact,
            @Nullable Person contactPerson,
            @Nullable List<String> conflicts,
            long version) {

        static Answer of(
                Versioned<Project> versioned, Caller caller, Map<String, Person> contacts) {
            Project project = versioned.state();
            Side side = project.side();
            return new Answer(
                    versioned.id(),
                    project.edition(),
                    project.title(),
                    side.organisation(),
                    side.organisationName(),
                    side.city(),
                    project.industries(),
                    project.stage(),
                    project.ask(),
                    side.delegate(),
                    contacts.get(side.delegate()),
                    project.showsConflictsTo(caller) ? project.conflicts() : null,
                    versioned.version());
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @MayCall({Role.CITY_OFFICER, Role.PARTNER_SYSTEM, Role.ORGANISATION})
    ResponseEntity<Answer> register(
            Caller caller, CommandId command, @Valid @RequestBody Body body) {
        Versioned<Project> registered = offering.register(caller, command, body.toEntry());
        return ResponseEntity.created(URI.create("/api/v1/projects/" + registered.id()))
                .eTag(Etags.of(registered.version()))
                .body(answer(caller, registered));
    }

    @PutMapping("/{id}")
    @MayCall({Role.CITY_OFFICER, Role.PARTNER_SYSTEM, Role.ORGANISATION})
    ResponseEntity<Answer> revise(
            Caller caller,
            CommandId command,
            IfMatch ifMatch,
            @PathVariable String id,
            @Valid @RequestBody Body body) {
        return tagged(
                caller, offering.revise(caller, command, id, ifMatch.version(), body.toEntry()));
    }

    /// @param industry stands for all below it, too
    @GetMapping
    @SignedInMayCall
    Page<Answer> list(
            Caller caller,
            @RequestParam @Nullable String edition,
            @RequestParam @Nullable String city,
            @RequestParam @Nullable String industry,
            @RequestParam @Nullable Stage stage,
            @RequestParam @Nullable String organisation,
            PageQuery page) {
        Page<Versioned<Project>> found =
                projects.page(
                        new Projects.Query(
                                edition,
                                city,
                                industry == null ? null : industries.taxonomy().below(industry),
                                stage,
                                organisation),
                        page);
        Map<String, Person> people =
                contacts.of(found.items().stream().map(each -> each.state().side()).toList());
        return found.map(project -> Answer.of(project, caller, people));
    }

    @GetMapping("/{id}")
    @SignedInMayCall
    ResponseEntity<Answer> get(Caller caller, @PathVariable String id) {
        return tagged(caller, projects.get(id));
    }

    private ResponseEntity<Answer> tagged(Caller caller, Versioned<Project> project) {
        return ResponseEntity.ok().eTag(Etags.of(project.version())).body(answer(caller, project));
    }

    private Answer answer(Caller caller, Versioned<Project> project) {
        return Answer.of(project, caller, contacts.of(List.of(project.state().side())));
    }
}
