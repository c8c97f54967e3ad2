package io.bridgehead.registration.delegate;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.client.model.Indexes;
import io.bridgehead.platform.documents.Aggregates;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.DocumentExists;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.documents.Transition;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.registration.delegate.Delegate.State;
import io.bridgehead.registration.edition.GuestKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class Delegates {

    private static final String STATE = "state._kind";
    private static final String EDITION = "state.guest.edition";
    private static final String DELEGATION = "state.guest.delegation";
    private static final String CITY = "state.guest.city";
    private static final String ORGANISATION = "state.guest.organisation";
    private static final String ORGANISATION_NAME = "state.guest.organisationName";
    private static final String KIND = "state.guest.kind";
    private static final String LEADER = "state.guest.leader";

    private final Aggregates<Delegate, DelegateEvent> aggregates;

    Delegates(Documents documents) {
        this.aggregates =
                documents.aggregates("delegates", Delegate.class, DelegateAnnouncement::announce);
        aggregates.index(Indexes.ascending(EDITION, CITY, "_id"));
        aggregates.index(Indexes.ascending(DELEGATION, "_id"));
        aggregates.index(Indexes.ascending(ORGANISATION, "_id"));
    }

    /// Each narrows the list, unless it is null.
    ///
    /// @param ids only these
    /// @param organisationPart of the organisation's name, in any case
    record Query(
            @Nullable String edition,
            @Nullable String delegation,
            @Nullable String city,
            @Nullable State state,
            @Nullable GuestKind kind,
            @Nullable String organisation,
            @Nullable Boolean leader,
            @Nullable Set<String> ids,
            @Nullable String organisationPart) {

        static Query among(Set<String> ids) {
            return new Query(null, null, null, null, null, null, null, ids, null);
        }

        private Bson filter() {
            List<Bson> filters = new ArrayList<>(List.of(empty()));
            narrow(filters, EDITION, edition);
            narrow(filters, DELEGATION, delegation);
            narrow(filters, CITY, city);
            narrow(filters, STATE, state);
            narrow(filters, KIND, kind);
            narrow(filters, ORGANISATION, organisation);
            narrow(filters, LEADER, leader);
            if (ids != null) {
                filters.add(in("_id", ids));
            }
            if (organisationPart != null && !organisationPart.isBlank()) {
                // BSON cannot write a pattern with a NUL, and no name has one
                filters.add(
                        organisationPart.indexOf('\0') >= 0
                                ? in("_id", List.of())
                                : regex(ORGANISATION_NAME, Pattern.quote(organisationPart), "i"));
            }
            return and(filters);
        }

        private static void narrow(List<Bson> filters, String field, @Nullable Object value) {
            if (value != null) {
                filters.add(eq(field, value));
            }
        }
    }

    /// @throws DocumentExists when another command has registered someone under this id
    void register(String id, CommandId command, Transition<Delegate, DelegateEvent> registration) {
        var _ = aggregates.create(id, command, registration);
    }

    Versioned<Delegate> change(
            String id,
            CommandId command,
            Function<Delegate, Transition<Delegate, DelegateEvent>> decision) {
        return aggregates.change(id, command, decision);
    }

    Versioned<Delegate> get(String id) {
        return aggregates.get(id);
    }

    Optional<Delegate> find(String id) {
        return findVersioned(id).map(Versioned::state);
    }

    Optional<Versioned<Delegate>> findVersioned(String id) {
        return aggregates.find(id);
    }

    Page<Versioned<Delegate>> page(Query query, PageQuery page) {
        return aggregates.page(query.filter(), page);
    }

    /// @param city only its delegates, and those of the editions
    Page<Versioned<Delegate>> page(
            Query query, String city, List<String> editions, PageQuery page) {
        return aggregates.page(
                and(query.filter(), or(eq(CITY, city), in(EDITION, editions))), page);
    }
}
