package io.bridgehead.matchmaking.meeting;

import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Transition;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.identity.Caller;
import org.springframework.stereotype.Service;

/// The side that was asked accepts or declines; either side cancels. Who the sides are never changes,
/// so that it can be asked before the change is made.
@Service
class AnsweringMeetings {

    private final Meetings meetings;
    private final CheckingPairs pairs;

    AnsweringMeetings(Meetings meetings, CheckingPairs pairs) {
        this.meetings = meetings;
        this.pairs = pairs;
    }

    Versioned<Meeting> accept(Caller caller, CommandId command, String id) {
        meetings.get(id, Viewer.of(caller)).state().matter().requireAsked(caller);
        return meetings.change(
                id,
                command,
                meeting -> {
                    Transition<Meeting, MeetingEvent> accepted = meeting.accept();
                    requireThatTheyStillMeet(meeting.matter());
                    return accepted;
                });
    }

    /// A conflict may have been declared since they were asked, and a contact may have withdrawn. Those who
    /// sit at the table are they who were named then, whoever speaks for the offers now.
    private void requireThatTheyStillMeet(Meeting.Matter matter) {
        Counterpart other = matter.counterpart();
        pairs.project(matter.project())
                .ifPresent(project ->
                        pairs.counterpart(other.kind(), other.id())
                                .ifPresent(counterpart ->
                                        pairs.requireNoConflict(project, counterpart)));
        pairs.requirePresent(matter.sides());
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
