package io.bridgehead.matchmaking.timetable;

import io.bridgehead.matchmaking.timetable.Timetable.Booking;
import io.bridgehead.matchmaking.timetable.Timetable.Shortage;
import io.bridgehead.matchmaking.timetable.Timetable.Wish;

/// What happens to a timetable.
sealed interface TimetableEvent {

    record Opened() implements TimetableEvent {}

    record Made(Booking booking) implements TimetableEvent {}

    /// There is no place now; the meeting stands in line.
    record Refused(Wish wish, Shortage shortage) implements TimetableEvent {}

    record Released(Wish wish) implements TimetableEvent {}
}
