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
    record Pitch(
            String edition,
            String title,
            String organisation,
            String organisationName,
            List<String> industries,
            Stage stage,
            Money ask,
            String contact,
            List<String> conflicts) {}

    Versioned<Project> register(Caller caller, CommandId command, Pitch pitch) {
        return projects.register(command, checked(caller, pitch, List.of()));
    }

    /// @param seen the version that the caller revises
    Versioned<Project> revise(Caller caller, CommandId command, String id, long seen, Pitch pitch) {
        Project current = projects.get(id).state();
        if (!current.side().lets(caller)) {
            throw new NotAllowed("revise project " + id);
        }
        List<FieldError> errors =
                current.edition().equals(pitch.edition())
                        ? List.of()
                        : List.of(new FieldError("edition", "edition-is-fixed"));
        Project revised = checked(caller, pitch, errors);
        return projects.revise(id, command, seen, revised);
    }

    private Project checked(Caller caller, Pitch pitch, List<FieldError> errors) {
        List<FieldError> others = new ArrayList<>(errors);
        if (!pitch.ask().hasKnownCurrency()) {
            others.add(new FieldError("ask.currency", "unknown-currency"));
        }
        Draft draft =
                new Draft(
                        pitch.edition(),
                        pitch.organisation(),
                        pitch.organisationName(),
                        pitch.contact(),
                        new Codes("industries", pitch.industries()),
                        Codes.NONE,
                        pitch.conflicts());
        return new Project(
                pitch.edition(),
                pitch.title(),
                checking.check(caller, draft, others),
                pitch.industries(),
                pitch.stage(),
                pitch.ask(),
                pitch.conflicts());
    }
}
