package io.bridgehead.matchmaking.suggestion;

import io.bridgehead.matchmaking.fund.Fund;
import io.bridgehead.matchmaking.fund.Funds;
import io.bridgehead.matchmaking.meeting.Meetings;
import io.bridgehead.matchmaking.offer.CounterpartKind;
import io.bridgehead.matchmaking.offer.Offer;
import io.bridgehead.matchmaking.pilotbase.PilotBase;
import io.bridgehead.matchmaking.pilotbase.PilotBases;
import io.bridgehead.matchmaking.project.Project;
import io.bridgehead.matchmaking.project.Projects;
import io.bridgehead.matchmaking.registration.Delegates;
import io.bridgehead.matchmaking.registration.Edition;
import io.bridgehead.matchmaking.registration.Editions;
import io.bridgehead.matchmaking.registration.Industries;
import io.bridgehead.platform.documents.DocumentMissing;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.NotAllowed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/// Proposes to one offer whom it should meet, of those whose contact is there to be met.
@Service
class SuggestingMeetings {

    private final Projects projects;
    private final Funds funds;
    private final PilotBases bases;
    private final Meetings meetings;
    private final Editions editions;
    private final Industries industries;
    private final Delegates delegates;

    SuggestingMeetings(
            Projects projects,
            Funds funds,
            PilotBases bases,
            Meetings meetings,
            Editions editions,
            Industries industries,
            Delegates delegates) {
        this.projects = projects;
        this.funds = funds;
        this.bases = bases;
        this.meetings = meetings;
        this.editions = editions;
        this.industries = industries;
        this.delegates = delegates;
    }

    /// @return the best first
    List<Suggestion> forProject(Caller caller, String id) {
        Versioned<Project> project = projects.get(id);
        requireInsider(caller, project.state());
        String edition = project.state().edition();
        Matching matching = matching(edition);
        List<Suggestion> found = new ArrayList<>();
        for (Versioned<Fund> fund : present(funds.ofEdition(edition))) {
            matching.match(project.state(), fund.state())
                    .map(match -> with(project, fund, match))
                    .ifPresent(found::add);
        }
        List<Versioned<PilotBase>> known = present(bases.ofEdition(edition));
        Map<String, Integer> taken = meetings.pilotTests(ids(known));
        for (Versioned<PilotBase> base : known) {
            matching.match(project.state(), base.state(), free(base, taken))
                    .map(match -> at(project, base, match))
                    .ifPresent(found::add);
        }
        return Ranking.bestFirst(found);
    }

    /// @return the best first
    List<Suggestion> forFund(Caller caller, String id) {
        Versioned<Fund> fund = funds.get(id);
        requireInsider(caller, fund.state());
        String edition = fund.state().edition();
        Matching matching = matching(edition);
        return Ranking.bestFirst(
                present(projects.ofEdition(edition)).stream()
                        .flatMap(project ->
                                matching
                                        .match(project.state(), fund.state())
                                        .map(match -> with(project, fund, match))
                                        .stream())
                        .toList());
    }

    /// @return the best first
    List<Suggestion> forPilotBase(Caller caller, String id) {
        Versioned<PilotBase> base = bases.get(id);
        requireInsider(caller, base.state());
        String edition = base.state().edition();
        Matching matching = matching(edition);
        int free = free(base, meetings.pilotTests(List.of(id)));
        return Ranking.bestFirst(
                present(projects.ofEdition(edition)).stream()
                        .flatMap(project ->
                                matching
                                        .match(project.state(), base.state(), free)
                                        .map(match -> at(project, base, match))
                                        .stream())
                        .toList());
    }

    /// Who is missing shows which conflicts were declared.
    private static void requireInsider(Caller caller, Offer offer) {
        if (!offer.showsConflictsTo(caller)) {
            throw new NotAllowed("see whom " + offer.side().organisation() + " should meet");
        }
    }

    private Matching matching(String edition) {
        Edition known =
                editions.find(edition).orElseThrow(() -> new DocumentMissing("editions", edition));
        return new Matching(industries.taxonomy(), known);
    }

    private <O extends Offer> List<Versioned<O>> present(List<Versioned<O>> offers) {
        Set<String> present =
                delegates.confirmed(
                        offers.stream().map(offer -> offer.state().side().delegate()).toList());
        return offers.stream()
                .filter(offer -> present.contains(offer.state().side().delegate()))
                .toList();
    }

    private static Collection<String> ids(List<? extends Versioned<?>> offers) {
        return offers.stream().map(Versioned::id).toList();
    }

    private static int free(Versioned<PilotBase> base, Map<String, Integer> taken) {
        return base.state().capacity() - taken.getOrDefault(base.id(), 0);
    }

    private static Suggestion with(Versioned<Project> project, Versioned<Fund> fund, Match match) {
        return new Suggestion(
                project.id(),
                project.state(),
                CounterpartKind.FUND,
                fund.id(),
                fund.state(),
                match);
    }

    private static Suggestion at(
            Versioned<Project> project, Versioned<PilotBase> base, Match match) {
        return new Suggestion(
                project.id(),
                project.state(),
                CounterpartKind.PILOT_BASE,
                base.id(),
                base.state(),
                match);
    }
}
