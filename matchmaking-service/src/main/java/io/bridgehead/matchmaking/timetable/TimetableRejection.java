package io.bridgehead.matchmaking.timetable;

/// Why something was refused that was asked of a timetable.
abstract sealed class TimetableRejection extends RuntimeException {

    private static final long serialVersionUID = 1;

    private TimetableRejection(String message) {
        super(message);
    }

    /// It is opened once: what was booked on it stays.
    static final class AlreadyOpen extends TimetableRejection {

        private static final long serialVersionUID = 1;

        AlreadyOpen(String edition) {
            super("the timetable of " + edition + " is open");
        }
    }
}
