package io.bridgehead.contract.agreement;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.exclude;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import io.bridgehead.platform.documents.Aggregates;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.DocumentMissing;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.documents.Transition;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.documents.WireNames;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonInvalidOperationException;
import org.bson.codecs.Codec;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
public class Agreements {

    private static final String NAME = "agreements";

    private final Aggregates<Agreement, AgreementEvent> aggregates;
    private final MongoCollection<BsonDocument> stored;
    private final Codec<Agreement> codec;

    Agreements(Documents documents) {
        this.aggregates = documents.aggregates(NAME, Agreement.class, AgreementAnnouncer::announce);
        this.stored = documents.database().getCollection(NAME, BsonDocument.class);
        this.codec = documents.database().getCodecRegistry().get(Agreement.class);
        aggregates.indexPending();
        aggregates.index(Indexes.ascending("state.origin.edition", "_id"));
        aggregates.index(Indexes.ascending("state.origin.meeting"));
        aggregates.index(Indexes.ascending("state.parties.city", "_id"));
        aggregates.index(Indexes.ascending("state.parties.organisation", "_id"));
    }

    /// @throws DocumentMissing also where the viewer must not know of it
    /// @throws RecordUnreadable where it was edited so that it cannot be read any more
    public Versioned<Agreement> get(String id, Viewer viewer) {
        return stored(id, viewer).agreement();
    }

    /// As it lies in MongoDB, also where it was edited so that it cannot be read any more.
    ///
    /// @throws DocumentMissing also where the viewer must not know of it
    public StoredAgreement stored(String id, Viewer viewer) {
        BsonDocument found =
                stored.find(and(eq("_id", id), visibleTo(viewer)))
                        .projection(exclude("pending"))
                        .first();
        if (found == null) {
            throw new DocumentMissing(NAME, id);
        }
        return StoredAgreement.of(found, codec);
    }

    /// Which agreements of a list are asked for; null does not narrow.
    record Filter(
            @Nullable String edition,
            @Nullable String city,
            Agreement.@Nullable State state,
            @Nullable String meeting,
            @Nullable AgreementKind kind) {}

    /// As they lie in MongoDB: one that cannot be read any more must not take the whole page down.
    Page<StoredAgreement> page(Filter filter, Viewer viewer, PageQuery page) {
        List<Bson> filters = new ArrayList<>(List.of(visibleTo(viewer)));
        if (filter.edition() != null) {
            filters.add(eq("state.origin.edition", filter.edition()));
        }
        if (filter.city() != null) {
            filters.add(eq("state.parties.city", filter.city()));
        }
        if (filter.state() != null) {
            filters.add(eq("state._kind", WireNames.of(filter.state())));
        }
        if (filter.meeting() != null) {
            filters.add(eq("state.origin.meeting", filter.meeting()));
        }
        if (filter.kind() != null) {
            filters.add(eq("state.terms.kind", WireNames.of(filter.kind())));
        }
        return aggregates
                .storedPage(and(filters), page)
                .map(document -> StoredAgreement.of(document, codec));
    }

    /// For any collection whose states have `parties`.
    public static Bson visibleTo(Viewer viewer) {
        if (viewer.seesAll()) {
            return empty();
        }
        Bson theirs = in("state.parties.organisation", viewer.organisations());
        return viewer.city() == null ? theirs : or(eq("state.parties.city", viewer.city()), theirs);
    }

    Versioned<Agreement> create(
            String id, CommandId command, Transition<Agreement, AgreementEvent> draft) {
        return aggregates.create(id, command, draft);
    }

    /// @throws RecordUnreadable where what the platform keeps beside the record was taken away, or is
    ///     something else
    public Versioned<Agreement> change(
            String id,
            CommandId command,
            Function<Agreement, Transition<Agreement, AgreementEvent>> decision) {
        try {
            return aggregates.change(id, command, decision);
        } catch (BsonInvalidOperationException _) {
            throw new RecordUnreadable(id);
        }
    }
}
