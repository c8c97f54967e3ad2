package io.bridgehead.matchmaking.timetable;

import io.bridgehead.matchmaking.registration.AwaitingNews;
import io.bridgehead.matchmaking.registration.Edition;
import io.bridgehead.matchmaking.registration.Editions;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.NotAllowed;
import io.bridgehead.platform.web.FieldError;
import io.bridgehead.platform.web.InvalidRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/// The host's organizer says when and at which tables people meet.
@Service
class OpeningTimetables {

    private final Timetables timetables;
    private final Editions editions;
    private final AwaitingNews news;

    OpeningTimetables(Timetables timetables, Editions editions, AwaitingNews news) {
        this.timetables = timetables;
        this.editions = editions;
        this.news = news;
    }

    /// @throws InvalidRequest naming every field that is wrong
    /// @throws TimetableRejection when it is open
    Versioned<Timetable> open(
            Caller caller, CommandId command, String code, List<String> tables, List<Slot> slots) {
        List<FieldError> errors = errors(tables, slots);
        Optional<Edition> edition =
                news.until(
                        found -> found.isPresent() || !errors.isEmpty(), () -> editions.find(code));
        if (edition.isEmpty()) {
            errors.add(new FieldError("edition", "edition-not-known-yet"));
        }
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
        if (!edition.get().isHostedBy(caller)) {
            throw new NotAllowed("open the timetable of " + code);
        }
        List<String> cities = edition.get().cities().stream().map(Edition.City::code).toList();
        return timetables.open(code, command, cities, tables, slots);
    }

    private static List<FieldError> errors(List<String> tables, List<Slot> slots) {
        List<FieldError> errors = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (int i = 0; i < tables.size(); i++) {
            if (!named.add(tables.get(i))) {
                errors.add(new FieldError("tables[" + i + "]", "table-twice"));
            }
        }
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            if (!slot.startsAt().isBefore(slot.endsAt())) {
                errors.add(new FieldError("slots[" + i + "].endsAt", "slot-ends-before-start"));
            } else if (slots.subList(0, i).stream().anyMatch(slot::overlaps)) {
                errors.add(new FieldError("slots[" + i + "]", "slot-overlaps"));
            }
        }
        return errors;
    }
}
