package io.bridgehead.registration.delegation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.client.model.Indexes;
import io.bridgehead.platform.documents.Aggregates;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.documents.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class Delegations {

    private final Aggregates<Delegation, DelegationEvent> aggregates;

    Delegations(Documents documents) {
        this.aggregates =
                documents.aggregates(
                        "delegations", Delegation.class, DelegationAnnouncement::announce);
        aggregates.index(Indexes.ascending("state.edition", "state.city", "_id"));
    }

    Versioned<Delegation> register(CommandId command, Delegation delegation) {
        return aggregates.create(command.idOf("delegation"), command, delegation.register());
    }

    void revealRows(String id, CommandId command, String operation, String by) {
        var _ = aggregates.change(id, command, delegation -> delegation.revealRows(operation, by));
    }

    Versioned<Delegation> get(String id) {
        return aggregates.get(id);
    }

    /// @param edition all when null
    /// @param city all when null
    /// @param part of the name, in any case; all when null
    Page<Versioned<Delegation>> page(
            @Nullable String edition,
            @Nullable String city,
            @Nullable String part,
            PageQuery query) {
        List<Bson> filters = new ArrayList<>(List.of(empty()));
        if (edition != null) {
            filters.add(eq("state.edition", edition));
        }
        if (city != null) {
            filters.add(eq("state.city", city));
        }
        if (part != null) {
            if (part.indexOf('\0') >= 0) {
                // BSON cannot write such a pattern.
                return new Page<>(List.of(), null);
            }
            filters.add(regex("state.name", Pattern.quote(part), "i"));
        }
        return aggregates.page(and(filters), query);
    }
}
