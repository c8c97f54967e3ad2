package io.bridgehead.matchmaking.timetable;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bridgehead.matchmaking.timetable.TimetableEvent.Made;
import io.bridgehead.matchmaking.timetable.TimetableEvent.Opened;
import io.bridgehead.matchmaking.timetable.TimetableEvent.Refused;
import io.bridgehead.matchmaking.timetable.TimetableEvent.Released;
import io.bridgehead.platform.documents.Transition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// All slots and tables of one edition, in one document, so that one atomic write decides who has them.
///
/// In no slot does a table or a person have two bookings. Nobody waits who could be placed: whoever
/// comes later takes nothing from those in line. A meeting books once and leaves once: a booking or a
/// release that is delivered again, however late, finds that done.
///
/// Before it is opened it has no table, and whoever wants one stands in line.
///
/// @param cities of the edition
/// @param tables in the order in which they are given away
/// @param slots in the order of time, none overlapping another
/// @param waiting the first in line first
/// @param left meetings that gave up their booking or their turn, and cannot book again
public record Timetable(
        String edition,
        List<String> cities,
        List<String> tables,
        List<Slot> slots,
        List<Booking> bookings,
        List<Wish> waiting,
        List<String> left) {

    public Timetable {
        cities = List.copyOf(cities);
        tables = List.copyOf(tables);
        slots = List.copyOf(slots);
        bookings = List.copyOf(bookings);
        waiting = List.copyOf(waiting);
        left = List.copyOf(left);
    }

    /// A meeting that looks for a slot and a table.
    ///
    /// @param people ids of the delegates, all of whom it needs
    /// @param cities whose business it is
    public record Wish(String meeting, List<String> people, List<String> cities) {

        public Wish {
            people = List.copyOf(people);
            cities = List.copyOf(cities);
        }
    }

    public record Booking(Wish wish, Slot slot, String table) {}

    /// Why there is no place for a meeting now.
    public enum Shortage {
        /// The timetable is not open yet.
        @JsonProperty("timetableNotOpen")
        NOT_OPEN,
        @JsonProperty("tablesTaken")
        TABLES_TAKEN,
        /// There are free tables, in slots in which one of the people has another meeting.
        @JsonProperty("noCommonSlot")
        NO_COMMON_SLOT
    }

    static Timetable unopened(String edition) {
        return new Timetable(
                edition, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    boolean isOpen() {
        return !tables.isEmpty();
    }

    /// Those who wait already are placed first, in their order; who still waits then hears what is short.
    ///
    /// @param openedTables one at least
    /// @param openedSlots none overlapping another
    /// @throws TimetableRejection when it is open, with other tables or slots
    Transition<Timetable, TimetableEvent> open(
            List<String> openedCities, List<String> openedTables, List<Slot> openedSlots) {
        List<Slot> inOrder =
                openedSlots.stream().sorted(Comparator.comparing(Slot::startsAt)).toList();
        if (isOpen()) {
            if (tables.equals(openedTables) && slots.equals(inOrder)) {
                return Transition.none(this);
            }
            throw new TimetableRejection.AlreadyOpen(edition);
        }
        Timetable opened =
                new Timetable(
                        edition, openedCities, openedTables, inOrder, bookings, waiting, left);
        Transition<Timetable, TimetableEvent> placed = opened.placeThoseWaiting(new Opened());
        Timetable after = placed.state();
        List<TimetableEvent> events = new ArrayList<>(placed.events());
        after.waiting.forEach(wish -> events.add(new Refused(wish, after.shortage())));
        return new Transition<>(after, events);
    }

    /// Takes the earliest slot in which all of the people and a table are free, or a turn in line.
    Transition<Timetable, TimetableEvent> book(Wish wish) {
        if (knows(wish.meeting())) {
            return Transition.none(this);
        }
        Optional<Booking> place = placeFor(wish);
        return place.isPresent()
                ? Transition.to(with(place.get()), new Made(place.get()))
                : Transition.to(inLine(wish), new Refused(wish, shortage()));
    }

    /// Gives back a meeting's booking, and the freed place goes to the first in line who can use it; or
    /// its turn in line.
    Transition<Timetable, TimetableEvent> release(String meeting) {
        if (waits(meeting)) {
            return Transition.none(without(meeting));
        }
        return bookings.stream()
                .map(Booking::wish)
                .filter(wish -> wish.meeting().equals(meeting))
                .findFirst()
                .map(wish -> without(meeting).placeThoseWaiting(new Released(wish)))
                .orElseGet(() -> Transition.none(this));
    }

    private Transition<Timetable, TimetableEvent> placeThoseWaiting(TimetableEvent first) {
        List<TimetableEvent> events = new ArrayList<>(List.of(first));
        Timetable after = this;
        for (Wish wish : waiting) {
            Optional<Booking> place = after.placeFor(wish);
            if (place.isPresent()) {
                after = after.with(place.get());
                events.add(new Made(place.get()));
            }
        }
        return new Transition<>(after, events);
    }

    private Optional<Booking> placeFor(Wish wish) {
        for (Slot slot : slots) {
            Set<String> busy = new HashSet<>();
            Set<String> taken = new HashSet<>();
            for (Booking booking : bookings) {
                if (booking.slot().equals(slot)) {
                    busy.addAll(booking.wish().people());
                    taken.add(booking.table());
                }
            }
            if (Collections.disjoint(busy, wish.people())) {
                for (String table : tables) {
                    if (!taken.contains(table)) {
                        return Optional.of(new Booking(wish, slot, table));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Shortage shortage() {
        if (!isOpen()) {
            return Shortage.NOT_OPEN;
        }
        return bookings.size() == tables.size() * slots.size()
                ? Shortage.TABLES_TAKEN
                : Shortage.NO_COMMON_SLOT;
    }

    private boolean knows(String meeting) {
        return left.contains(meeting)
                || waits(meeting)
                || bookings.stream().anyMatch(made -> made.wish().meeting().equals(meeting));
    }

    private boolean waits(String meeting) {
        return waiting.stream().anyMatch(wish -> wish.meeting().equals(meeting));
    }

    private Timetable with(Booking booking) {
        List<Booking> more = new ArrayList<>(bookings);
        more.add(booking);
        List<Wish> fewer = new ArrayList<>(waiting);
        fewer.remove(booking.wish());
        return new Timetable(edition, cities, tables, slots, more, fewer, left);
    }

    private Timetable inLine(Wish wish) {
        List<Wish> longer = new ArrayList<>(waiting);
        longer.add(wish);
        return new Timetable(edition, cities, tables, slots, bookings, longer, left);
    }

    private Timetable without(String meeting) {
        List<Booking> made = new ArrayList<>(bookings);
        made.removeIf(booking -> booking.wish().meeting().equals(meeting));
        List<Wish> line = new ArrayList<>(waiting);
        line.removeIf(wish -> wish.meeting().equals(meeting));
        List<String> leaving = new ArrayList<>(left);
        leaving.add(meeting);
        return new Timetable(edition, cities, tables, slots, made, line, leaving);
    }
}
