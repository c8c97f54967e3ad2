package io.bridgehead.matchmaking.timetable;

import io.bridgehead.matchmaking.timetable.Timetable.Booking;
import io.bridgehead.matchmaking.timetable.Timetable.Shortage;
import io.bridgehead.matchmaking.timetable.Timetable.Wish;
import io.bridgehead.platform.documents.OutgoingEvent;
import java.util.List;
import java.util.Set;

/// What the cities are told of a timetable: all of the edition of the slots and tables, those of a
/// meeting of its booking.
final class TimetableAnnouncement {

    private TimetableAnnouncement() {}

    record TimetableOpened(String edition, List<String> tables, List<Slot> slots) {}

    record BookingMade(String edition, String meeting, Slot slot, String table) {}

    record BookingRefused(String edition, String meeting, Shortage reason) {}

    record BookingReleased(String edition, String meeting) {}

    static OutgoingEvent announce(String id, Timetable after, TimetableEvent event) {
        String edition = after.edition();
        return switch (event) {
            case TimetableEvent.Opened() ->
                    new OutgoingEvent(
                            "timetable.opened.v1",
                            Set.copyOf(after.cities()),
                            new TimetableOpened(edition, after.tables(), after.slots()));
            case TimetableEvent.Made(Booking booking) ->
                    new OutgoingEvent(
                            "booking.made.v1",
                            Set.copyOf(booking.wish().cities()),
                            new BookingMade(
                                    edition,
                                    booking.wish().meeting(),
                                    booking.slot(),
                                    booking.table()));
            case TimetableEvent.Refused(Wish wish, Shortage shortage) ->
                    new OutgoingEvent(
                            "booking.refused.v1",
                            Set.copyOf(wish.cities()),
                            new BookingRefused(edition, wish.meeting(), shortage));
            case TimetableEvent.Released(Wish wish) ->
                    new OutgoingEvent(
                            "booking.released.v1",
                            Set.copyOf(wish.cities()),
                            new BookingReleased(edition, wish.meeting()));
        };
    }
}
