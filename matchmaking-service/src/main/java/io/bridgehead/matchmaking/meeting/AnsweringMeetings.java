package io.bridgehead.matchmaking.meeting;

import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.identity.Caller;
import org.springframework.stereotype.Service;

/// The side that was asked accepts or declines; either side cancels. Who the sides are never changes,
/// so that it can be asked before the change is made.
@Service
class AnsweringMeetings {

    private final Meetings meetings;

    AnsweringMeetings(Meetings meetings) {
        this.meetings = meetings;
    }

    Versioned<Meeting> accept(Caller caller, CommandId command, String id) {
        meetings.get(id, Viewer.of(caller)).state().matter().requireAsked(caller);
        return meetings.change(id, command, Meeting::accept);
    }

    Versioned<Meeting> decline(Caller caller, CommandId command, String id, String reason) {
        meetings.get(id, Viewer.of(caller)).state().matter().requireAsked(caller);
        return meetings.change(id, command, meeting -> meeting.decline(reason));
    }

    Versioned<Meeting> cancel(Caller caller, CommandId command, String id) {
        meetings.get(id, Viewer.of(caller)).state().matter().requireParty(caller);
        return meetings.change(id, command, Meeting::cancel);
    }
}
