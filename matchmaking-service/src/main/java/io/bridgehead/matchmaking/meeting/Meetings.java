package io.bridgehead.matchmaking.meeting;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Indexes;
import io.bridgehead.matchmaking.meeting.Meeting.Matter;
import io.bridgehead.platform.documents.Aggregates;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.DocumentExists;
import io.bridgehead.platform.documents.DocumentMissing;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.documents.Transition;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.documents.WireNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
public class Meetings {

    private static final String STATE = "state._kind";
    private static final String EDITION = "state.matter.edition";
    private static final String COUNTERPART = "state.matter.counterpart.id";
    private static final String CITIES = "state.matter.sides.city";
    private static final String ORGANISATIONS = "state.matter.sides.organisation";
    private static final String DELEGATES = "state.matter.sides.delegate";

    private final Aggregates<Meeting, MeetingEvent> aggregates;

    Meetings(Documents documents) {
        this.aggregates =
                documents.aggregates("meetings", Meeting.class, MeetingAnnouncement::announce);
        aggregates.index(Indexes.ascending(EDITION, CITIES, "_id"));
        aggregates.index(Indexes.ascending(COUNTERPART, "_id"));
        aggregates.index(Indexes.ascending(DELEGATES, "_id"));
    }

    /// Each narrows the list, unless it is null.
    ///
    /// @param city of either side
    /// @param project its id
    /// @param delegate of either side
    record Query(
            @Nullable String edition,
            Meeting.@Nullable State state,
            @Nullable String city,
            @Nullable String project,
            @Nullable String delegate) {

        private Bson filter() {
            List<Bson> filters = new ArrayList<>(List.of(empty()));
            narrow(filters, EDITION, edition);
            narrow(filters, STATE, state);
            narrow(filters, CITIES, city);
            narrow(filters, "state.matter.project", project);
            narrow(filters, DELEGATES, delegate);
            return and(filters);
        }

        private static void narrow(List<Bson> filters, String field, @Nullable Object value) {
            if (value != null) {
                filters.add(eq(field, value));
            }
        }
    }

    /// The ids of a pair's meetings are counted off: the first, the second … Whoever asks anew takes the
    /// first number that is free, if what came before is over; of two who ask at once, one gets it.
    ///
    /// @throws MeetingRejection.AlreadyAsked when the pair has an open meeting
    Versioned<Meeting> request(CommandId command, Matter matter) {
        for (int number = 1; ; number++) {
            String id = idOf(matter, number);
            try {
                return aggregates.create(id, command, Meeting.request(matter));
            } catch (DocumentExists _) {
                if (aggregates.get(id).state().isOpen()) {
                    throw new MeetingRejection.AlreadyAsked(id);
                }
            }
        }
    }

    private static String idOf(Matter matter, int number) {
        return CommandId.derivedFrom(
                        "meeting",
                        matter.project(),
                        WireNames.of(matter.counterpart().kind()),
                        matter.counterpart().id(),
                        Integer.toString(number))
                .value();
    }

    Versioned<Meeting> change(
            String id,
            CommandId command,
            Function<Meeting, Transition<Meeting, MeetingEvent>> decision) {
        return aggregates.change(id, command, decision);
    }

    /// @throws DocumentMissing when there is none that the viewer may know of
    Versioned<Meeting> get(String id, Viewer viewer) {
        Versioned<Meeting> meeting = aggregates.get(id);
        if (!viewer.mayKnowOf(meeting.state().matter())) {
            throw new DocumentMissing(aggregates.name(), id);
        }
        return meeting;
    }

    Page<Versioned<Meeting>> page(Query query, Viewer viewer, PageQuery page) {
        return aggregates.page(and(query.filter(), visibleTo(viewer)), page);
    }

    private static Bson visibleTo(Viewer viewer) {
        if (viewer.seesAll()) {
            return empty();
        }
        List<Bson> his = new ArrayList<>(List.of(in(ORGANISATIONS, viewer.organisations())));
        if (viewer.city() != null) {
            his.add(eq(CITIES, viewer.city()));
        }
        if (viewer.delegate() != null) {
            his.add(eq(DELEGATES, viewer.delegate()));
        }
        return or(his);
    }

    /// How many projects each of these pilot bases has taken on: a place is theirs from the intent on.
    ///
    /// @return by the base's id; without those that have taken on none
    public Map<String, Integer> pilotTests(Collection<String> bases) {
        return aggregates
                .find(
                        and(
                                in(COUNTERPART, bases),
                                eq(STATE, Meeting.State.INTENT_RECORDED),
                                eq("state.intent.kind", IntentKind.PILOT_TESTING)),
                        Integer.MAX_VALUE)
                .stream()
                .collect(
                        Collectors.groupingBy(
                                meeting -> meeting.state().matter().counterpart().id(),
                                Collectors.summingInt(_ -> 1)));
    }
}
