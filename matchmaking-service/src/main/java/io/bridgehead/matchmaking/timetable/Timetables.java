package io.bridgehead.matchmaking.timetable;

import io.bridgehead.matchmaking.timetable.Timetable.Wish;
import io.bridgehead.platform.documents.Aggregates;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.Transition;
import io.bridgehead.platform.documents.Versioned;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Repository;

/// One document for each edition, made by whatever comes first: its opening, or a meeting that has to
/// wait for it.
@Repository
class Timetables {

    private final Aggregates<Timetable, TimetableEvent> aggregates;

    Timetables(Documents documents) {
        this.aggregates =
                documents.aggregates(
                        "timetables", Timetable.class, TimetableAnnouncement::announce);
    }

    Optional<Versioned<Timetable>> find(String edition) {
        return aggregates.find(id(edition));
    }

    Versioned<Timetable> open(
            String edition,
            CommandId command,
            List<String> cities,
            List<String> tables,
            List<Slot> slots) {
        return change(edition, command, timetable -> timetable.open(cities, tables, slots));
    }

    void book(String edition, CommandId command, Wish wish) {
        var _ = change(edition, command, timetable -> timetable.book(wish));
    }

    /// A meeting that was cancelled before anyone accepted it may find no document, and needs none.
    void release(String edition, CommandId command, String meeting) {
        if (find(edition).isPresent()) {
            var _ =
                    aggregates.change(
                            id(edition), command, timetable -> timetable.release(meeting));
        }
    }

    private Versioned<Timetable> change(
            String edition,
            CommandId command,
            Function<Timetable, Transition<Timetable, TimetableEvent>> decision) {
        if (find(edition).isEmpty()) {
            var _ =
                    aggregates.create(
                            id(edition),
                            CommandId.derivedFrom("timetable", edition),
                            Transition.none(Timetable.unopened(edition)));
        }
        return aggregates.change(id(edition), command, decision);
    }

    /// Other aggregates of an edition have its code for their id, and events are told apart by it.
    private static String id(String edition) {
        return edition + "/timetable";
    }
}
