package io.bridgehead.registration.delegation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.Indexes;
import io.bridgehead.platform.documents.Aggregates;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.DocumentExists;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.documents.Transition;
import io.bridgehead.platform.documents.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

@Repository
class BadRows {

    private final Aggregates<BadRow, Void> aggregates;

    BadRows(Documents documents) {
        this.aggregates =
                documents.aggregates(
                        "badRows",
                        BadRow.class,
                        (_, _, _) -> {
                            throw new IllegalStateException("rows tell nobody");
                        });
        aggregates.index(Indexes.ascending("state.place.operation", "_id"));
        aggregates.index(Indexes.ascending("state.dueAt"));
    }

    /// @throws DocumentExists when another command has written it
    void create(CommandId command, BadRow.Open row) {
        var _ = aggregates.create(row.place().id(), command, Transition.none(row));
    }

    Optional<BadRow> find(BadRow.Place place) {
        return aggregates.find(place.id()).map(Versioned::state);
    }

    /// @throws io.bridgehead.platform.documents.DocumentMissing when the import has no such row
    BadRow get(BadRow.Place place) {
        return aggregates.get(place.id()).state();
    }

    BadRow change(BadRow.Place place, Function<BadRow, Transition<BadRow, Void>> decision) {
        return aggregates.change(place.id(), CommandId.random(), decision).state();
    }

    /// Those of an import that wait to be corrected, in their order.
    Page<BadRow.Open> open(String operation, PageQuery page) {
        return aggregates.page(ofImport(operation), page).map(row -> (BadRow.Open) row.state());
    }

    List<BadRow.Open> open(String operation) {
        return aggregates.find(ofImport(operation), Integer.MAX_VALUE).stream()
                .map(row -> (BadRow.Open) row.state())
                .toList();
    }

    List<BadRow> due(Instant now, int limit) {
        return aggregates.find(lte("state.dueAt", now), limit).stream()
                .map(Versioned::state)
                .toList();
    }

    private static Bson ofImport(String operation) {
        return and(eq("state.place.operation", operation), eq("state._kind", "open"));
    }
}
