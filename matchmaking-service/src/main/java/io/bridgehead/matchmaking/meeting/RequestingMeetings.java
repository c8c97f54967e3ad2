package io.bridgehead.matchmaking.meeting;

import io.bridgehead.matchmaking.meeting.Meeting.Matter;
import io.bridgehead.matchmaking.offer.CounterpartKind;
import io.bridgehead.matchmaking.offer.Offer;
import io.bridgehead.matchmaking.offer.Side;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.NotAllowed;
import io.bridgehead.platform.web.FieldError;
import io.bridgehead.platform.web.InvalidRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Either side asks the other for a meeting.
@Service
class RequestingMeetings {

    private final Meetings meetings;
    private final CheckingPairs pairs;

    RequestingMeetings(Meetings meetings, CheckingPairs pairs) {
        this.meetings = meetings;
        this.pairs = pairs;
    }

    /// @param project its id
    /// @param counterpart its id
    record Request(
            String project, CounterpartKind kind, String counterpart, @Nullable String message) {}

    /// @throws InvalidRequest when it names what there is not
    /// @throws NotAllowed when the caller stands behind neither side
    /// @throws MeetingRejection when these two do not meet, or meet already
    Versioned<Meeting> request(Caller caller, CommandId command, Request request) {
        Optional<? extends Offer> foundProject = pairs.project(request.project());
        Optional<? extends Offer> found = pairs.counterpart(request.kind(), request.counterpart());
        List<FieldError> errors = new ArrayList<>();
        if (foundProject.isEmpty()) {
            errors.add(new FieldError("project", "offer-unknown"));
        }
        if (found.isEmpty()) {
            errors.add(new FieldError("counterpart.id", "offer-unknown"));
        }
        if (errors.isEmpty() && !foundProject.get().edition().equals(found.get().edition())) {
            errors.add(new FieldError("counterpart.id", "offer-of-another-edition"));
        }
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
        Offer project = foundProject.get();
        Offer counterpart = found.get();
        Party asker = asker(caller, project, counterpart);
        requireThatTheyMeet(project, counterpart);
        return meetings.request(
                command,
                new Matter(
                        project.edition(),
                        request.project(),
                        project.name(),
                        new Counterpart(request.kind(), request.counterpart(), counterpart.name()),
                        List.of(project.side(), counterpart.side()),
                        asker,
                        request.message()));
    }

    /// Whoever stands behind both sides asks for the project.
    private static Party asker(Caller caller, Offer project, Offer counterpart) {
        if (project.side().lets(caller)) {
            return Party.PROJECT;
        }
        if (counterpart.side().lets(caller)) {
            return Party.COUNTERPART;
        }
        throw new NotAllowed("ask for a meeting of others");
    }

    private void requireThatTheyMeet(Offer project, Offer counterpart) {
        Side one = project.side();
        Side other = counterpart.side();
        if (project.isOfTheSameOrganisationAs(counterpart)
                || one.delegate().equals(other.delegate())) {
            throw new MeetingRejection.SameSide();
        }
        pairs.requireNoConflict(project, counterpart);
        pairs.requirePresent(List.of(one, other));
    }
}
