package io.bridgehead.registration.organisation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.client.model.Indexes;
import io.bridgehead.platform.documents.Aggregates;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.DocumentExists;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.registration.organisation.Organisation.OrganisationRegistered;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The code is the document's id, so that one organisation is one document however many cities register
/// it at once.
@Repository
class Organisations {

    private final Aggregates<Organisation, OrganisationRegistered> aggregates;

    Organisations(Documents documents) {
        this.aggregates =
                documents.aggregates(
                        "organisations", Organisation.class, OrganisationAnnouncement::announce);
        aggregates.index(Indexes.ascending("state.city", "_id"));
    }

    /// @throws DocumentExists when another command has registered it
    Versioned<Organisation> register(String code, CommandId command, Organisation organisation) {
        return aggregates.create(code, command, organisation.register());
    }

    Optional<Versioned<Organisation>> find(String code) {
        return aggregates.find(code);
    }

    Versioned<Organisation> get(String code) {
        return aggregates.get(code);
    }

    /// @param part of the name, in any case
    Page<Versioned<Organisation>> page(
            @Nullable String city,
            @Nullable OrganisationKind kind,
            @Nullable String part,
            PageQuery query) {
        List<Bson> filters = new ArrayList<>(List.of(empty()));
        if (city != null) {
            filters.add(eq("state.city", city));
        }
        if (kind != null) {
            filters.add(eq("state.kind", kind));
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
