package io.bridgehead.matchmaking.project;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Indexes;
import io.bridgehead.platform.documents.Aggregates;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.DocumentMissing;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.documents.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
public class Projects {

    private static final String EDITION = "state.edition";

    private final Aggregates<Project, ProjectEvent> aggregates;

    Projects(Documents documents) {
        this.aggregates =
                documents.aggregates("projects", Project.class, ProjectAnnouncement::announce);
        aggregates.index(Indexes.ascending(EDITION, "_id"));
    }

    /// Each narrows the list, unless it is null.
    ///
    /// @param industries any of them
    /// @param organisation unified social credit code
    record Query(
            @Nullable String edition,
            @Nullable String city,
            @Nullable Set<String> industries,
            @Nullable Stage stage,
            @Nullable String organisation) {

        private Bson filter() {
            List<Bson> filters = new ArrayList<>(List.of(empty()));
            narrow(filters, EDITION, edition);
            narrow(filters, "state.side.city", city);
            if (industries != null) {
                filters.add(in("state.industries", industries));
            }
            narrow(filters, "state.stage", stage);
            narrow(filters, "state.side.organisation", organisation);
            return and(filters);
        }

        private static void narrow(List<Bson> filters, String field, @Nullable Object value) {
            if (value != null) {
                filters.add(eq(field, value));
            }
        }
    }

    Versioned<Project> register(CommandId command, Project project) {
        return aggregates.create(command.idOf("project"), command, project.register());
    }

    Versioned<Project> revise(String id, CommandId command, long seen, Project revised) {
        return aggregates.change(
                id, command, OptionalLong.of(seen), project -> project.revise(revised));
    }

    /// @throws DocumentMissing when there is none
    public Versioned<Project> get(String id) {
        return aggregates.get(id);
    }

    public Optional<Project> find(String id) {
        return aggregates.find(id).map(Versioned::state);
    }

    Page<Versioned<Project>> page(Query query, PageQuery page) {
        return aggregates.page(query.filter(), page);
    }

    public List<Versioned<Project>> ofEdition(String edition) {
        return aggregates.find(eq(EDITION, edition), Integer.MAX_VALUE);
    }
}
