package io.bridgehead.platform.documents;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.bson.BSONException;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWrapper;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// What a service knows from events: documents that can be thrown away and are the same, byte for
/// byte, when the topics have been read again.
///
/// ```
/// { _id, revision, applied: [{source, sequence}…], state: {…} }
/// ```
///
/// Each document keeps, for every aggregate that it heard of, the sequence of the last event it
/// applied; what is not newer is dropped. Where several aggregates feed one document, their events
/// come in any order, and the caller's function must not depend on it; simplest is a document for
/// each aggregate, joined when read.
///
/// A view exists in generations, each a collection of its own: while a new one is filled, the old one
/// answers.
///
/// @param <V> a record
public final class View<V> {

    private final MongoDatabase database;
    private final String name;
    private final Codec<V> codec;
    private final List<Bson> indexes = new CopyOnWriteArrayList<>();
    private volatile long read = 1;
    private volatile long written = 1;

    View(MongoDatabase database, String name, Class<V> type) {
        this.database = database;
        this.name = name;
        this.codec = database.getCodecRegistry().get(type);
    }

    /// For queries on `state.…`; made anew with every generation.
    public View<V> indexed(Bson keys) {
        indexes.add(keys);
        return this;
    }

    public Optional<V> find(String id) {
        return Optional.ofNullable(collection(read).find(eq("_id", id)).first()).map(this::state);
    }

    public List<V> findAll(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : find(in("_id", ids), ids.size());
    }

    /// What cannot be read is passed over, and logged.
    ///
    /// @param filter on `_id` and `state.…`
    /// @return at most `limit`, in the order of their ids
    public List<V> find(Bson filter, int limit) {
        return readings().find(filter, limit);
    }

    /// A view is made of events alone and has no time of writing, which a rebuild would change: the
    /// query's `updatedFrom` and `updatedBefore` do not narrow it. What cannot be read is passed over, and
    /// logged: the page then has fewer items than its limit.
    ///
    /// @param filter on `_id` and `state.…`
    public Page<V> page(Bson filter, PageQuery query) {
        Bson all = query.after() == null ? filter : and(filter, gt("_id", query.after()));
        return readings().page(all, query.limit());
    }

    /// The number of the generation that answers here: another one once the view was built anew.
    public long generation() {
        return read;
    }

    /// An event that a document applies.
    ///
    /// @param id of the document
    /// @param source the aggregate that the event is of
    public record Mark(String id, String source, long sequence) {}

    /// Which of these the documents that answer have not applied yet. One question, however many.
    public Set<Mark> notYetApplied(Collection<Mark> marks) {
        Set<Mark> left = new HashSet<>(marks);
        Set<String> ids = left.stream().map(Mark::id).collect(Collectors.toSet());
        for (RawBsonDocument document :
                collection(read).find(in("_id", ids)).projection(include("applied"))) {
            SortedMap<String, Long> applied = appliedOrNone(document);
            String id = document.getString("_id").getValue();
            left.removeIf(mark ->
                    mark.id().equals(id)
                            && applied.getOrDefault(mark.source(), 0L) >= mark.sequence());
        }
        return left;
    }

    private Readings<V> readings() {
        return new Readings<>(collection(read), null, this::state);
    }

    /// Changes one document, unless it has applied this event or a later one of the same source.
    ///
    /// @param source the aggregate that the event is of
    /// @param change gets null where there is no document yet
    public void apply(String id, String source, long sequence, UnaryOperator<@Nullable V> change) {
        MongoCollection<RawBsonDocument> collection = collection(written);
        while (true) {
            RawBsonDocument before = collection.find(eq("_id", id)).first();
            SortedMap<String, Long> applied = applied(before);
            if (applied.getOrDefault(source, 0L) >= sequence) {
                return;
            }
            V after = change.apply(before == null ? null : state(before));
            if (after == null) {
                throw new IllegalStateException(
                        "a view's document does not become nothing: " + name);
            }
            applied.put(source, sequence);
            if (write(collection, id, before, applied, after)) {
                return;
            }
        }
    }

    private boolean write(
            MongoCollection<RawBsonDocument> collection,
            String id,
            @Nullable RawBsonDocument before,
            SortedMap<String, Long> applied,
            V after) {
        BsonArray marks = new BsonArray();
        applied.forEach((source, sequence) ->
                marks.add(
                        new BsonDocument("source", new BsonString(source))
                                .append("sequence", new BsonInt64(sequence))));
        if (before != null) {
            BsonInt64 revision = before.getInt64("revision");
            return collection
                            .updateOne(
                                    and(eq("_id", id), eq("revision", revision)),
                                    Updates.combine(
                                            Updates.set("revision", revision.getValue() + 1),
                                            Updates.set("applied", marks),
                                            Updates.set(
                                                    "state",
                                                    new BsonDocumentWrapper<>(after, codec))))
                            .getModifiedCount()
                    == 1;
        }
        try {
            collection
                    .withDocumentClass(BsonDocument.class)
                    .insertOne(
                            new BsonDocument("_id", new BsonString(id))
                                    .append("revision", new BsonInt64(1))
                                    .append("applied", marks)
                                    .append("state", new BsonDocumentWrapper<>(after, codec)));
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /// From now on, events go into this generation.
    public void writeTo(long generation) {
        MongoCollection<RawBsonDocument> collection = collection(generation);
        indexes.forEach(collection::createIndex);
        written = generation;
    }

    /// From now on, questions are answered from this generation.
    public void readFrom(long generation) {
        read = generation;
    }

    public void drop(long generation) {
        collection(generation).drop();
    }

    private MongoCollection<RawBsonDocument> collection(long generation) {
        return database.getCollection(name + "." + generation, RawBsonDocument.class);
    }

    private V state(RawBsonDocument document) {
        return ((RawBsonDocument) document.getDocument("state")).decode(codec);
    }

    /// One document that somebody edited must not keep the question from being answered for the others.
    private static SortedMap<String, Long> appliedOrNone(RawBsonDocument document) {
        try {
            return applied(document);
        } catch (BSONException _) {
            return new TreeMap<>();
        }
    }

    private static SortedMap<String, Long> applied(@Nullable RawBsonDocument document) {
        SortedMap<String, Long> applied = new TreeMap<>();
        if (document != null) {
            for (BsonValue mark : document.getArray("applied")) {
                BsonDocument entry = mark.asDocument();
                applied.put(
                        entry.getString("source").getValue(),
                        entry.getInt64("sequence").getValue());
            }
        }
        return applied;
    }
}
