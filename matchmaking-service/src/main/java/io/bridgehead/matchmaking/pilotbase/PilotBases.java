package io.bridgehead.matchmaking.pilotbase;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Indexes;
import io.bridgehead.matchmaking.pilotbase.PilotBase.PilotBaseRegistered;
import io.bridgehead.platform.documents.Aggregates;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.DocumentMissing;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.documents.Versioned;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
public class PilotBases {

    private static final String EDITION = "state.edition";

    private final Aggregates<PilotBase, PilotBaseRegistered> aggregates;

    PilotBases(Documents documents) {
        this.aggregates =
                documents.aggregates(
                        "pilotBases", PilotBase.class, PilotBaseAnnouncement::announce);
        aggregates.index(Indexes.ascending(EDITION, "_id"));
    }

    Versioned<PilotBase> register(CommandId command, PilotBase base) {
        return aggregates.create(command.idOf("pilotBase"), command, base.register());
    }

    /// @throws DocumentMissing when there is none
    public Versioned<PilotBase> get(String id) {
        return aggregates.get(id);
    }

    public Optional<PilotBase> find(String id) {
        return aggregates.find(id).map(Versioned::state);
    }

    /// @param edition of any when null, as the city
    Page<Versioned<PilotBase>> page(
            @Nullable String edition, @Nullable String city, PageQuery page) {
        return aggregates.page(
                and(
                        edition == null ? empty() : eq(EDITION, edition),
                        city == null ? empty() : eq("state.side.city", city)),
                page);
    }

    public List<Versioned<PilotBase>> ofEdition(String edition) {
        return aggregates.find(eq(EDITION, edition), Integer.MAX_VALUE);
    }
}
