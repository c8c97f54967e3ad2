package io.bridgehead.matchmaking.project;

import io.bridgehead.matchmaking.Money;
import io.bridgehead.matchmaking.offer.Side;
import io.bridgehead.platform.documents.OutgoingEvent;
import java.util.List;
import java.util.Set;

/// What a project's city is told of it: the whole of it, each time.
final class ProjectAnnouncement {

    private ProjectAnnouncement() {}

    record ProjectTold(
            String project,
            String edition,
            String title,
            String organisation,
            String organisationName,
            String city,
            List<String> industries,
            Stage stage,
            Money ask,
            String contact,
            List<String> conflicts) {}

    static OutgoingEvent announce(String id, Project after, ProjectEvent event) {
        String type =
                switch (event) {
                    case ProjectEvent.Registered() -> "project.registered.v1";
                    case ProjectEvent.Revised() -> "project.revised.v1";
                };
        Side side = after.side();
        return new OutgoingEvent(
                type,
                Set.of(side.city()),
                new ProjectTold(
                        id,
                        after.edition(),
                        after.title(),
                        side.organisation(),
                        side.organisationName(),
                        side.city(),
                        after.industries(),
                        after.stage(),
                        after.ask(),
                        side.delegate(),
                        after.conflicts()));
    }
}
