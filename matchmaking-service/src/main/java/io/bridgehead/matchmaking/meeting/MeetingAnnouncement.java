package io.bridgehead.matchmaking.meeting;

import io.bridgehead.matchmaking.Money;
import io.bridgehead.matchmaking.meeting.Meeting.Intent;
import io.bridgehead.matchmaking.meeting.Meeting.Matter;
import io.bridgehead.matchmaking.offer.CounterpartKind;
import io.bridgehead.matchmaking.offer.Side;
import io.bridgehead.matchmaking.timetable.Slot;
import io.bridgehead.platform.documents.OutgoingEvent;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the cities of both sides are told of their meeting. The asker's message is not among it.
final class MeetingAnnouncement {

    private MeetingAnnouncement() {}

    record ToldCounterpart(CounterpartKind kind, String id) {}

    record MeetingTold(
            String meeting,
            String edition,
            String project,
            ToldCounterpart counterpart,
            String title,
            List<Side> sides) {}

    /// Declined or unplaced.
    record MeetingTurnedDown(
            String meeting,
            String edition,
            String project,
            ToldCounterpart counterpart,
            String title,
            List<Side> sides,
            String reason) {}

    record MeetingScheduled(
            String meeting,
            String edition,
            String project,
            ToldCounterpart counterpart,
            String title,
            List<Side> sides,
            Slot slot,
            String table) {}

    /// All that somebody needs who drafts an agreement and knows nothing else.
    record IntentRecorded(
            String intent,
            String meeting,
            String edition,
            IntentKind kind,
            String title,
            String summary,
            @Nullable Money amount,
            List<Side> sides,
            Instant recordedAt) {}

    static OutgoingEvent announce(String id, Meeting after, MeetingEvent event) {
        Matter matter = after.matter();
        return switch (event) {
            case MeetingEvent.Requested() -> told("meeting.requested.v1", id, matter);
            case MeetingEvent.Accepted() -> told("meeting.accepted.v1", id, matter);
            case MeetingEvent.Cancelled() -> told("meeting.cancelled.v1", id, matter);
            case MeetingEvent.Declined(String reason) ->
                    turnedDown("meeting.declined.v1", id, matter, reason);
            case MeetingEvent.Unplaced(String reason) ->
                    turnedDown("meeting.unplaced.v1", id, matter, reason);
            case MeetingEvent.Scheduled(Slot slot, String table) ->
                    of(
                            "meeting.scheduled.v1",
                            matter,
                            new MeetingScheduled(
                                    id,
                                    matter.edition(),
                                    matter.project(),
                                    counterpart(matter),
                                    matter.title(),
                                    matter.sides(),
                                    slot,
                                    table));
            case MeetingEvent.IntentRecorded(Intent intent) ->
                    of(
                            "intent.recorded.v1",
                            matter,
                            new IntentRecorded(
                                    intent.id(),
                                    id,
                                    matter.edition(),
                                    intent.kind(),
                                    intent.title(),
                                    intent.summary(),
                                    intent.amount(),
                                    matter.sides(),
                                    intent.recordedAt()));
        };
    }

    private static OutgoingEvent told(String type, String id, Matter matter) {
        return of(
                type,
                matter,
                new MeetingTold(
                        id,
                        matter.edition(),
                        matter.project(),
                        counterpart(matter),
                        matter.title(),
                        matter.sides()));
    }

    private static OutgoingEvent turnedDown(String type, String id, Matter matter, String reason) {
        return of(
                type,
                matter,
                new MeetingTurnedDown(
                        id,
                        matter.edition(),
                        matter.project(),
                        counterpart(matter),
                        matter.title(),
                        matter.sides(),
                        reason));
    }

    private static ToldCounterpart counterpart(Matter matter) {
        return new ToldCounterpart(matter.counterpart().kind(), matter.counterpart().id());
    }

    private static OutgoingEvent of(String type, Matter matter, Object data) {
        Set<String> cities = matter.sides().stream().map(Side::city).collect(Collectors.toSet());
        return new OutgoingEvent(type, cities, data);
    }
}
