package io.bridgehead.matchmaking.project;

import io.bridgehead.matchmaking.Money;
import io.bridgehead.matchmaking.offer.CheckingOffers;
import io.bridgehead.matchmaking.offer.CheckingOffers.Codes;
import io.bridgehead.matchmaking.offer.CheckingOffers.Draft;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.NotAllowed;
import io.bridgehead.platform.web.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/// A project's city, or its organisation, registers it and revises it.
@Service
class OfferingProjects {

    private final Projects projects;
    private final CheckingOffers checking;

    OfferingProjects(Projects projects, CheckingOffers checking) {
        this.projects = projects;
        this.checking = checking;
    }

    /// @param contact a delegate's id
    record Entry(
            String edition,
            String title,
            String organisation,
            String organisationName,
            List<String> industries,
            Stage stage,
            Money ask,
            String contact,
            List<String> conflicts) {}

    Versioned<Project> register(Caller caller, CommandId command, Entry entry) {
        return projects.register(command, checked(caller, entry, List.of()));
    }

    /// @param seen the version that the caller revises
    Versioned<Project> revise(Caller caller, CommandId command, String id, long seen, Entry entry) {
        Project current = projects.get(id).state();
        if (!current.side().lets(caller)) {
            throw new NotAllowed("revise project " + id);
        }
        List<FieldError> errors =
                current.edition().equals(entry.edition())
                        ? List.of()
                        : List.of(new FieldError("edition", "edition-is-fixed"));
        Project revised = checked(caller, entry, errors);
        return projects.revise(id, command, seen, revised);
    }

    private Project checked(Caller caller, Entry entry, List<FieldError> errors) {
        List<FieldError> others = new ArrayList<>(errors);
        if (!entry.ask().hasKnownCurrency()) {
            others.add(new FieldError("ask.currency", "unknown-currency"));
        }
        Draft draft =
                new Draft(
                        entry.edition(),
                        entry.organisation(),
                        entry.organisationName(),
                        entry.contact(),
                        new Codes("industries", entry.industries()),
                        Codes.NONE,
                        entry.conflicts());
        return new Project(
                entry.edition(),
                entry.title(),
                checking.check(caller, draft, others),
                entry.industries(),
                entry.stage(),
                entry.ask(),
                entry.conflicts());
    }
}
