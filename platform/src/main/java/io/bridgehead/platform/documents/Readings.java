package io.bridgehead.platform.documents;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the documents of a list one by one, and passes over each that cannot be read: one that was
/// edited in MongoDB, or written by a newer release, takes none of those beside it with it.
///
/// @param <T> what a document is read as
final class Readings<T> {

    private static final Logger log = LoggerFactory.getLogger(Readings.class);

    private final MongoCollection<RawBsonDocument> collection;
    private final @Nullable Bson projection;
    private final Function<RawBsonDocument, T> reading;

    Readings(
            MongoCollection<RawBsonDocument> collection,
            @Nullable Bson projection,
            Function<RawBsonDocument, T> reading) {
        this.collection = collection;
        this.projection = projection;
        this.reading = reading;
    }

    /// Goes on behind what cannot be read: whoever takes up a few at a time would else find the same
    /// unreadable ones for ever.
    ///
    /// @return at most `limit`, in the order of their ids
    List<T> find(Bson filter, int limit) {
        List<T> found = new ArrayList<>();
        Bson rest = filter;
        while (true) {
            int wanted = limit - found.size();
            List<RawBsonDocument> documents = documents(rest, wanted);
            found.addAll(readable(documents));
            if (documents.size() < wanted || found.size() >= limit) {
                return found;
            }
            rest = and(filter, gt("_id", idOf(documents.getLast())));
        }
    }

    /// A page has fewer items than its limit where some cannot be read, and goes on all the same.
    ///
    /// @param filter with all bounds of the page
    Page<T> page(Bson filter, int limit) {
        Page<RawBsonDocument> stored = stored(filter, limit);
        return new Page<>(readable(stored.items()), stored.next());
    }

    /// @param filter with all bounds of the page
    Page<RawBsonDocument> stored(Bson filter, int limit) {
        // Ours are texts. Whatever else someone put there could be no page's end.
        Bson ours = and(filter, gt("_id", ""));
        return Page.of(
                documents(ours, limit + 1),
                limit,
                document -> idOf(document).asString().getValue());
    }

    private List<RawBsonDocument> documents(Bson filter, int limit) {
        return collection
                .find(filter)
                .projection(projection)
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    private List<T> readable(List<RawBsonDocument> documents) {
        return documents.stream().map(this::read).flatMap(Optional::stream).toList();
    }

    /// What someone else wrote can make the codec and the records that it fills fail in any way. What
    /// they say of it may quote it.
    private Optional<T> read(RawBsonDocument document) {
        try {
            return Optional.of(reading.apply(document));
        } catch (RuntimeException unreadable) {
            BsonValue id = idOf(document);
            log.error(
                    "{} in {} cannot be read and is left out: {}",
                    id.isString() ? id.asString().getValue() : id,
                    collection.getNamespace().getCollectionName(),
                    unreadable.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static BsonValue idOf(RawBsonDocument document) {
        return Objects.requireNonNull(document.get("_id"));
    }
}
