package io.bridgehead.matchmaking.fund;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Indexes;
import io.bridgehead.matchmaking.fund.Fund.FundRegistered;
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
public class Funds {

    private static final String EDITION = "state.edition";

    private final Aggregates<Fund, FundRegistered> aggregates;

    Funds(Documents documents) {
        this.aggregates = documents.aggregates("funds", Fund.class, FundAnnouncement::announce);
        aggregates.index(Indexes.ascending(EDITION, "_id"));
    }

    Versioned<Fund> register(CommandId command, Fund fund) {
        return aggregates.create(command.idOf("fund"), command, fund.register());
    }

    /// @throws DocumentMissing when there is none
    public Versioned<Fund> get(String id) {
        return aggregates.get(id);
    }

    public Optional<Fund> find(String id) {
        return aggregates.find(id).map(Versioned::state);
    }

    /// @param edition of any when null, as the city
    Page<Versioned<Fund>> page(@Nullable String edition, @Nullable String city, PageQuery page) {
        return aggregates.page(
                and(
                        edition == null ? empty() : eq(EDITION, edition),
                        city == null ? empty() : eq("state.side.city", city)),
                page);
    }

    public List<Versioned<Fund>> ofEdition(String edition) {
        return aggregates.find(eq(EDITION, edition), Integer.MAX_VALUE);
    }
}
