package io.bridgehead.matchmaking.meeting;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bridgehead.matchmaking.Money;
import io.bridgehead.matchmaking.offer.Side;
import io.bridgehead.matchmaking.timetable.Slot;
import io.bridgehead.platform.documents.Kind;
import io.bridgehead.platform.documents.Transition;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.NotAllowed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A meeting of a project with a counterpart. One side asks, the other answers; the edition's timetable
/// has a place for it or lets it wait; once it has a place, either side may record what they intend.
///
/// What people ask for and a state does not permit is refused. What the timetable tells comes by events,
/// again or late, and changes nothing where it no longer fits.
public sealed interface Meeting {

    /// Whom it brings together, which never changes: what was true when it was asked for.
    ///
    /// @param project its id
    /// @param sides the project's first
    /// @param message of the asker to the asked
    record Matter(
            String edition,
            String project,
            String projectTitle,
            Counterpart counterpart,
            List<Side> sides,
            Party askedBy,
            @Nullable String message) {

        public Matter {
            sides = List.copyOf(sides);
        }

        public String title() {
            return projectTitle + " × " + counterpart.name();
        }

        Side side(Party party) {
            return party == Party.PROJECT ? sides.getFirst() : sides.getLast();
        }

        boolean isPartyTo(Caller caller) {
            return sides.stream().anyMatch(side -> side.lets(caller));
        }

        /// @throws NotAllowed when the caller stands behind neither side
        void requireParty(Caller caller) {
            if (!isPartyTo(caller)) {
                throw new NotAllowed("act in a meeting of others");
            }
        }

        /// Whoever stands behind both sides may answer for the one that was asked.
        ///
        /// @throws NotAllowed when the caller stands behind neither side
        /// @throws MeetingRejection.OwnRequest when the caller stands behind the asker alone
        void requireAsked(Caller caller) {
            requireParty(caller);
            if (!side(askedBy.other()).lets(caller)) {
                throw new MeetingRejection.OwnRequest();
            }
        }
    }

    /// What the two sides mean to do together.
    record Intent(
            String id,
            IntentKind kind,
            String title,
            String summary,
            @Nullable Money amount,
            Instant recordedAt) {}

    enum State {
        @JsonProperty("requested")
        REQUESTED,
        @JsonProperty("accepted")
        ACCEPTED,
        @JsonProperty("scheduled")
        SCHEDULED,
        @JsonProperty("unplaced")
        UNPLACED,
        @JsonProperty("declined")
        DECLINED,
        @JsonProperty("cancelled")
        CANCELLED,
        @JsonProperty("intentRecorded")
        INTENT_RECORDED
    }

    Matter matter();

    State state();

    static Transition<Meeting, MeetingEvent> request(Matter matter) {
        return Transition.to(new Requested(matter), new MeetingEvent.Requested());
    }

    /// Something is still to come of it: a second one of the same two would be one too many.
    default boolean isOpen() {
        return false;
    }

    /// @throws MeetingRejection unless an answer is due
    default Transition<Meeting, MeetingEvent> accept() {
        throw new MeetingRejection.AlreadyAnswered(state());
    }

    /// @throws MeetingRejection unless an answer is due
    default Transition<Meeting, MeetingEvent> decline(String reason) {
        throw new MeetingRejection.AlreadyAnswered(state());
    }

    /// @throws MeetingRejection when nothing more comes of it anyway
    default Transition<Meeting, MeetingEvent> cancel() {
        throw new MeetingRejection.Over(state());
    }

    /// @throws MeetingRejection unless it has a place in the timetable, and no intent yet
    default Transition<Meeting, MeetingEvent> intend(Intent intent) {
        throw new MeetingRejection.NotScheduled(state());
    }

    /// The timetable has a place for it.
    default Transition<Meeting, MeetingEvent> schedule(Slot slot, String table) {
        return Transition.none(this);
    }

    /// The timetable has no place for it now, and lets it wait.
    ///
    /// @param reason the timetable's word for it
    default Transition<Meeting, MeetingEvent> leaveWaiting(String reason) {
        return Transition.none(this);
    }

    /// A meeting that may still be called off.
    sealed interface Open extends Meeting {

        @Override
        default boolean isOpen() {
            return true;
        }

        @Override
        default Transition<Meeting, MeetingEvent> cancel() {
            return Transition.to(new Cancelled(matter()), new MeetingEvent.Cancelled());
        }
    }

    @Kind("requested")
    record Requested(Matter matter) implements Open {

        @Override
        public State state() {
            return State.REQUESTED;
        }

        @Override
        public Transition<Meeting, MeetingEvent> accept() {
            return Transition.to(new Accepted(matter), new MeetingEvent.Accepted());
        }

        @Override
        public Transition<Meeting, MeetingEvent> decline(String reason) {
            return Transition.to(new Declined(matter, reason), new MeetingEvent.Declined(reason));
        }
    }

    @Kind("accepted")
    record Accepted(Matter matter) implements Open {

        @Override
        public State state() {
            return State.ACCEPTED;
        }

        @Override
        public Transition<Meeting, MeetingEvent> schedule(Slot slot, String table) {
            return Transition.to(
                    new Scheduled(matter, slot, table), new MeetingEvent.Scheduled(slot, table));
        }

        @Override
        public Transition<Meeting, MeetingEvent> leaveWaiting(String reason) {
            return Transition.to(new Unplaced(matter, reason), new MeetingEvent.Unplaced(reason));
        }
    }

    /// Accepted, and in line for a place in the timetable.
    @Kind("unplaced")
    record Unplaced(Matter matter, String reason) implements Open {

        @Override
        public State state() {
            return State.UNPLACED;
        }

        @Override
        public Transition<Meeting, MeetingEvent> leaveWaiting(String reasonNow) {
            return reasonNow.equals(reason)
                    ? Transition.none(this)
                    : Transition.to(
                            new Unplaced(matter, reasonNow), new MeetingEvent.Unplaced(reasonNow));
        }

        @Override
        public Transition<Meeting, MeetingEvent> schedule(Slot slot, String table) {
            return Transition.to(
                    new Scheduled(matter, slot, table), new MeetingEvent.Scheduled(slot, table));
        }
    }

    @Kind("scheduled")
    record Scheduled(Matter matter, Slot slot, String table) implements Open {

        @Override
        public State state() {
            return State.SCHEDULED;
        }

        @Override
        public Transition<Meeting, MeetingEvent> intend(Intent intent) {
            return Transition.to(
                    new IntentRecorded(matter, slot, table, intent),
                    new MeetingEvent.IntentRecorded(intent));
        }
    }

    @Kind("declined")
    record Declined(Matter matter, String reason) implements Meeting {

        @Override
        public State state() {
            return State.DECLINED;
        }
    }

    @Kind("cancelled")
    record Cancelled(Matter matter) implements Meeting {

        @Override
        public State state() {
            return State.CANCELLED;
        }
    }

    /// The intent has gone its way to a draft agreement; the meeting has done its work.
    @Kind("intentRecorded")
    record IntentRecorded(Matter matter, Slot slot, String table, Intent intent)
            implements Meeting {

        @Override
        public State state() {
            return State.INTENT_RECORDED;
        }
    }
}
