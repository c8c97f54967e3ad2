package io.bridgehead.matchmaking.project;

import io.bridgehead.matchmaking.Money;
import io.bridgehead.matchmaking.offer.Offer;
import io.bridgehead.matchmaking.offer.Side;
import io.bridgehead.platform.documents.Transition;
import java.util.List;

/// @param industries codes of the taxonomy, one at least
/// @param ask what it looks for in this round
public record Project(
        String edition,
        String title,
        Side side,
        List<String> industries,
        Stage stage,
        Money ask,
        List<String> conflicts)
        implements Offer {

    public Project {
        industries = List.copyOf(industries);
        conflicts = List.copyOf(conflicts);
    }

    @Override
    public String name() {
        return title;
    }

    Transition<Project, ProjectEvent> register() {
        return Transition.to(this, new ProjectEvent.Registered());
    }

    /// @param revised of the same edition: what was agreed with a project there stays there
    Transition<Project, ProjectEvent> revise(Project revised) {
        return revised.equals(this)
                ? Transition.none(this)
                : Transition.to(revised, new ProjectEvent.Revised());
    }
}
