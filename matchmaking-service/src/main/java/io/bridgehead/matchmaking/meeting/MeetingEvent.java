package io.bridgehead.matchmaking.meeting;

import io.bridgehead.matchmaking.meeting.Meeting.Intent;
import io.bridgehead.matchmaking.timetable.Slot;

/// What happens to a meeting.
sealed interface MeetingEvent {

    record Requested() implements MeetingEvent {}

    record Accepted() implements MeetingEvent {}

    record Declined(String reason) implements MeetingEvent {}

    record Cancelled() implements MeetingEvent {}

    record Scheduled(Slot slot, String table) implements MeetingEvent {}

    record Unplaced(String reason) implements MeetingEvent {}

    record IntentRecorded(Intent intent) implements MeetingEvent {}
}
