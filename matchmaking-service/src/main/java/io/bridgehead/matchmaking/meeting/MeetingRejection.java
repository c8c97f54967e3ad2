package io.bridgehead.matchmaking.meeting;

/// Why something was refused that was asked of a meeting.
abstract sealed class MeetingRejection extends RuntimeException {

    private static final long serialVersionUID = 1;

    private MeetingRejection(String message) {
        super(message);
    }

    /// The two have a meeting already of which something is still to come.
    static final class AlreadyAsked extends MeetingRejection {

        private static final long serialVersionUID = 1;

        private final String meeting;

        AlreadyAsked(String meeting) {
            super("the two have the meeting " + meeting);
            this.meeting = meeting;
        }

        String meeting() {
            return meeting;
        }
    }

    /// One of the two has declared that it must not meet the other.
    static final class InConflict extends MeetingRejection {

        private static final long serialVersionUID = 1;

        InConflict() {
            super("a conflict is declared");
        }
    }

    /// Both belong to the same organisation, or the same person speaks for both.
    static final class SameSide extends MeetingRejection {

        private static final long serialVersionUID = 1;

        SameSide() {
            super("both sides are the same");
        }
    }

    /// Somebody who would sit at the table does not take part in the edition any more.
    static final class ContactAway extends MeetingRejection {

        private static final long serialVersionUID = 1;

        private final String organisationName;

        ContactAway(String organisationName) {
            super("the contact of " + organisationName + " is not confirmed");
            this.organisationName = organisationName;
        }

        String organisationName() {
            return organisationName;
        }
    }

    /// The asker answers for himself.
    static final class OwnRequest extends MeetingRejection {

        private static final long serialVersionUID = 1;

        OwnRequest() {
            super("the asker cannot answer");
        }
    }

    /// Only a requested meeting is accepted or declined.
    static final class AlreadyAnswered extends MeetingRejection {

        private static final long serialVersionUID = 1;

        private final Meeting.State state;

        AlreadyAnswered(Meeting.State state) {
            super("the meeting is " + state);
            this.state = state;
        }

        Meeting.State state() {
            return state;
        }
    }

    /// What is declined or cancelled, or has led to an intent, is not cancelled.
    static final class Over extends MeetingRejection {

        private static final long serialVersionUID = 1;

        private final Meeting.State state;

        Over(Meeting.State state) {
            super("the meeting is " + state);
            this.state = state;
        }

        Meeting.State state() {
            return state;
        }
    }

    /// Only a scheduled meeting leads to an intent, and to one.
    static final class NotScheduled extends MeetingRejection {

        private static final long serialVersionUID = 1;

        private final Meeting.State state;

        NotScheduled(Meeting.State state) {
            super("the meeting is " + state);
            this.state = state;
        }

        Meeting.State state() {
            return state;
        }
    }
}
