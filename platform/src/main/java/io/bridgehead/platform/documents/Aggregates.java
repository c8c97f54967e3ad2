package io.bridgehead.platform.documents;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import io.bridgehead.platform.documents.Patience.Attempts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWrapper;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// A collection in which each document is one aggregate: its state, its version, the commands that
/// made it, and the events that are not sent yet.
///
/// ```
/// { _id, version, sequence, createdBy, commands: [id…], state: {…},
///   pending: [{id, sequence, type, time, cities, data}…], createdAt, updatedAt }
/// ```
///
/// A command is one atomic write of one document under the condition `{_id, version}`: state, version
/// and events change together or not at all. The last commands' ids stay in the document, so that a
/// command which comes again, or whose answer was lost with the connection, is found done instead of
/// being done twice.
///
/// @param <S> the state; a record or a sealed interface of records
/// @param <E> the domain events
public final class Aggregates<S, E> {

    /// So many of the newest commands can be recognised when they come again. An older one meets
    /// the state that it once made, and the domain decides.
    private static final int REMEMBERED_COMMANDS = 32;

    /// In characters of at most three bytes each: the broker takes no record of more than 1 MiB, and
    /// an event that it refuses would hold up its aggregate for ever.
    private static final int LONGEST_EVENT = 300_000;

    /// MongoDB takes no document of more than 16 MiB, and says so by one of these codes.
    private static final Set<Integer> TOO_LARGE = Set.of(10334, 17419, 17420);

    private static final Bson NOT_PENDING = Projections.exclude("pending");

    private final MongoCollection<RawBsonDocument> collection;
    private final String name;
    private final Codec<S> codec;
    private final Announcer<S, E> announcer;
    private final DocumentSettings settings;
    private final Patience patience;
    private final Clock clock;
    private final Supplier<@Nullable String> traceparent;
    private final Consumer<Unsent> outbox;
    private final Readings<Versioned<S>> readings;

    Aggregates(
            MongoDatabase database,
            String name,
            Class<S> type,
            Announcer<S, E> announcer,
            DocumentSettings settings,
            Clock clock,
            Supplier<@Nullable String> traceparent,
            Consumer<Unsent> outbox) {
        this.collection = database.getCollection(name, RawBsonDocument.class);
        this.name = name;
        this.codec = database.getCodecRegistry().get(type);
        this.announcer = announcer;
        this.settings = settings;
        this.patience = new Patience(clock, settings.patience());
        this.clock = clock;
        this.traceparent = traceparent;
        this.outbox = outbox;
        this.readings = new Readings<>(collection, NOT_PENDING, this::read);
    }

    public String name() {
        return name;
    }

    /// For queries on `state.…`, asked for when the service starts.
    public void index(Bson keys) {
        collection.createIndex(keys);
    }

    /// The sweep looks for documents with unsent events; only those are in this index.
    public void indexPending() {
        collection.createIndex(
                Indexes.ascending("pending.0.time"),
                new IndexOptions()
                        .name("pending")
                        .partialFilterExpression(exists("pending.0.time")));
    }

    public Optional<Versioned<S>> find(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).projection(NOT_PENDING).first())
                .map(this::read);
    }

    /// @throws DocumentMissing when there is none
    public Versioned<S> get(String id) {
        return find(id).orElseThrow(() -> new DocumentMissing(name, id));
    }

    public List<Versioned<S>> findAll(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : find(in("_id", ids), ids.size());
    }

    /// What cannot be read is passed over, and logged.
    ///
    /// @param filter on `_id`, `updatedAt` and `state.…`
    /// @return at most `limit`, in the order of their ids
    public List<Versioned<S>> find(Bson filter, int limit) {
        return readings.find(filter, limit);
    }

    /// What cannot be read is passed over, and logged: the page then has fewer items than its limit,
    /// and is the last one only where `next` says so.
    ///
    /// @param filter on `_id` and `state.…`; the page's own bounds are added to it
    public Page<Versioned<S>> page(Bson filter, PageQuery query) {
        return readings.page(bounded(filter, query), query.limit());
    }

    /// As [#page(Bson, PageQuery)], of all documents as they lie in MongoDB, for who wants to show also
    /// those that cannot be read.
    public Page<BsonDocument> storedPage(Bson filter, PageQuery query) {
        return readings.stored(bounded(filter, query), query.limit()).map(document -> document);
    }

    private static Bson bounded(Bson filter, PageQuery query) {
        List<Bson> filters = new ArrayList<>(List.of(filter));
        if (query.after() != null) {
            filters.add(gt("_id", query.after()));
        }
        if (query.updatedFrom() != null) {
            filters.add(gte("updatedAt", query.updatedFrom()));
        }
        if (query.updatedBefore() != null) {
            filters.add(lt("updatedAt", query.updatedBefore()));
        }
        return and(filters);
    }

    /// Creates the document, or finds that this very command has created it before.
    ///
    /// @throws DocumentExists when another command has created it
    /// @throws Overloaded when who has created it cannot be read for now
    public Versioned<S> create(String id, CommandId command, Transition<S, E> transition) {
        Instant now = clock.instant();
        List<PendingEvent> events = announce(id, transition, 0, now);
        BsonDocument document =
                new BsonDocument("_id", new BsonString(id))
                        .append("version", new BsonInt64(1))
                        .append("sequence", new BsonInt64(events.size()))
                        .append("createdBy", new BsonString(command.value()))
                        .append("commands", new BsonArray(List.of(new BsonString(command.value()))))
                        .append("state", new BsonDocumentWrapper<>(transition.state(), codec))
                        .append("pending", toBson(events))
                        .append("createdAt", new BsonDateTime(now.toEpochMilli()))
                        .append("updatedAt", new BsonDateTime(now.toEpochMilli()));
        Attempts attempts = patience.begin();
        while (true) {
            try {
                collection.withDocumentClass(BsonDocument.class).insertOne(document);
                tell(id, events);
                return new Versioned<>(id, 1, transition.state(), now, now);
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
                RawBsonDocument existing = collection.find(eq("_id", id)).first();
                if (existing == null) {
                    // It is shown once a majority has it, or is not there any more.
                    attempts.failed(new Overloaded(id + " in " + name + " is not shown yet"));
                } else if (existing.getString("createdBy").getValue().equals(command.value())) {
                    return read(existing);
                } else {
                    throw new DocumentExists(name, id);
                }
            } catch (MongoException e) {
                attempts.failed(e);
            }
        }
    }

    /// Loads, decides and writes; and again from the start when another writer was faster.
    ///
    /// @throws DocumentMissing when there is none
    /// @throws Overloaded when it cannot be written for now
    public Versioned<S> change(
            String id, CommandId command, Function<S, Transition<S, E>> decision) {
        return change(id, command, OptionalLong.empty(), decision);
    }

    /// As [#change(String, CommandId, Function)], on the version that a person has seen, and no other.
    ///
    /// @param expected the caller's `If-Match`
    /// @throws StaleVersion when the document has another version by now
    public Versioned<S> change(
            String id,
            CommandId command,
            OptionalLong expected,
            Function<S, Transition<S, E>> decision) {
        Attempts attempts = patience.begin();
        while (true) {
            try {
                RawBsonDocument document =
                        collection.find(eq("_id", id)).projection(NOT_PENDING).first();
                if (document == null) {
                    throw new DocumentMissing(name, id);
                }
                Versioned<S> current = read(document);
                if (remembers(document, command)) {
                    return current;
                }
                if (expected.isPresent() && expected.getAsLong() != current.version()) {
                    throw new StaleVersion(expected.getAsLong(), current.version());
                }
                Transition<S, E> transition = decision.apply(current.state());
                if (transition.events().isEmpty() && transition.state().equals(current.state())) {
                    return current;
                }
                Versioned<S> written = write(document, current, command, transition);
                if (written != null) {
                    return written;
                }
                attempts.failed(new Overloaded("too many writers of " + id + " in " + name));
            } catch (MongoException e) {
                if (TOO_LARGE.contains(e.getCode())) {
                    refuseIfWaiting(id, 1);
                }
                // Whether the write arrived is not known: the next round reads it back.
                attempts.failed(e);
            }
        }
    }

    private @Nullable Versioned<S> write(
            RawBsonDocument document,
            Versioned<S> current,
            CommandId command,
            Transition<S, E> next) {
        Instant now = clock.instant();
        long sequence = document.getInt64("sequence").getValue();
        List<PendingEvent> events = announce(current.id(), next, sequence, now);
        RawBsonDocument written =
                collection.findOneAndUpdate(
                        and(
                                eq("_id", current.id()),
                                eq("version", current.version()),
                                exists("pending." + (settings.mostPending() - 1), false)),
                        Updates.combine(
                                Updates.set(
                                        "state", new BsonDocumentWrapper<>(next.state(), codec)),
                                Updates.set("version", current.version() + 1),
                                Updates.set("sequence", sequence + events.size()),
                                Updates.set("updatedAt", new BsonDateTime(now.toEpochMilli())),
                                Updates.pushEach(
                                        "commands",
                                        List.of(command.value()),
                                        new PushOptions().slice(-REMEMBERED_COMMANDS)),
                                Updates.pushEach("pending", toBson(events).getValues())),
                        new FindOneAndUpdateOptions()
                                .returnDocument(ReturnDocument.AFTER)
                                .projection(Projections.include("pending")));
        if (written == null) {
            refuseIfWaiting(current.id(), settings.mostPending());
            return null;
        }
        tell(current.id(), PendingEvent.listFrom(written.getArray("pending")));
        return new Versioned<>(
                current.id(), current.version() + 1, next.state(), current.createdAt(), now);
    }

    /// What waits goes by itself, and leaves room for the command.
    private void refuseIfWaiting(String id, int events) {
        Bson waiting = exists("pending." + (events - 1));
        if (collection.countDocuments(and(eq("_id", id), waiting)) > 0) {
            throw new Overloaded("too many events of " + id + " in " + name + " wait to be sent");
        }
    }

    /// Documents with events that have waited since before `waitingSince`, the longest waiting first.
    public List<Unsent> unsent(Instant waitingSince, int limit) {
        List<Unsent> found = new ArrayList<>();
        for (RawBsonDocument document :
                collection
                        .find(lt("pending.0.time", new BsonDateTime(waitingSince.toEpochMilli())))
                        .projection(Projections.include("pending"))
                        .sort(Sorts.ascending("pending.0.time"))
                        .limit(limit)) {
            found.add(
                    new Unsent(
                            this,
                            document.getString("_id").getValue(),
                            PendingEvent.listFrom(document.getArray("pending"))));
        }
        return found;
    }

    /// Takes out of the documents what the broker has acknowledged, without a new version: nothing
    /// that anyone reads has changed.
    ///
    /// @param acknowledged by aggregate id, the sequence up to which everything was acknowledged
    public void removeSent(Map<String, Long> acknowledged) {
        List<UpdateOneModel<RawBsonDocument>> pulls = new ArrayList<>();
        acknowledged.forEach((id, sequence) ->
                pulls.add(
                        new UpdateOneModel<>(
                                eq("_id", id),
                                Updates.pullByFilter(
                                        new BsonDocument(
                                                "pending",
                                                lte("sequence", sequence).toBsonDocument())))));
        if (!pulls.isEmpty()) {
            collection.bulkWrite(pulls, new BulkWriteOptions().ordered(false));
        }
    }

    private void tell(String id, List<PendingEvent> events) {
        if (!events.isEmpty()) {
            outbox.accept(new Unsent(this, id, events));
        }
    }

    private List<PendingEvent> announce(
            String id, Transition<S, E> transition, long sequence, Instant now) {
        List<PendingEvent> events = new ArrayList<>();
        for (E event : transition.events()) {
            OutgoingEvent outgoing = announcer.announce(id, transition.state(), event);
            String data = Documents.EVENT_JSON.writeValueAsString(outgoing.data());
            if (data.length() > LONGEST_EVENT) {
                throw new IllegalArgumentException(
                        outgoing.type()
                                + " of "
                                + id
                                + " has more than "
                                + LONGEST_EVENT
                                + " characters");
            }
            events.add(
                    new PendingEvent(
                            CommandId.newId(),
                            ++sequence,
                            outgoing.type(),
                            now,
                            outgoing.cities(),
                            traceparent.get(),
                            data));
        }
        return events;
    }

    private static BsonArray toBson(List<PendingEvent> events) {
        return new BsonArray(events.stream().map(PendingEvent::toBson).toList());
    }

    private static boolean remembers(RawBsonDocument document, CommandId command) {
        for (BsonValue done : document.getArray("commands")) {
            if (done.asString().getValue().equals(command.value())) {
                return true;
            }
        }
        return false;
    }

    private Versioned<S> read(RawBsonDocument document) {
        RawBsonDocument state = (RawBsonDocument) document.getDocument("state");
        return new Versioned<>(
                document.getString("_id").getValue(),
                document.getInt64("version").getValue(),
                state.decode(codec),
                Instant.ofEpochMilli(document.getDateTime("createdAt").getValue()),
                Instant.ofEpochMilli(document.getDateTime("updatedAt").getValue()));
    }
}
