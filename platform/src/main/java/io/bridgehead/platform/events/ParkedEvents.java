package io.bridgehead.platform.events;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.bridgehead.platform.documents.Documents;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// The events that a service could not handle, in its own database: the poisoned one and, behind it,
/// all later ones of the same aggregate, in their order. Events of other aggregates go on.
public final class ParkedEvents {

    private static final Bson IN_ORDER = Sorts.ascending("group", "subject", "offset");

    private final MongoCollection<Document> collection;
    private final Clock clock;

    public ParkedEvents(MongoDatabase database, Clock clock) {
        this.collection = database.getCollection("parkedEvents");
        this.clock = clock;
    }

    void index() {
        collection.createIndex(Indexes.ascending("group", "subject", "offset"));
        collection.createIndex(Indexes.ascending("group", "replaying"));
    }

    /// Parked before, by a delivery of the same event, it stays as it is.
    ///
    /// @param reason null for an event that only waits behind another
    void park(
            String group,
            ConsumerRecord<String, byte[]> record,
            String subject,
            @Nullable Event<byte[]> event,
            @Nullable String reason) {
        String eventId =
                event != null
                        ? event.id()
                        : record.topic() + "-" + record.partition() + "-" + record.offset();
        Document headers = new Document();
        for (Header header : record.headers()) {
            headers.append(header.key(), new Binary(header.value()));
        }
        Document parked =
                new Document("group", group)
                        .append("subject", subject)
                        .append("topic", record.topic())
                        .append("partition", record.partition())
                        .append("offset", record.offset())
                        .append("sequence", event != null ? event.sequence() : 0L)
                        .append("type", event != null ? event.type() : "unreadable")
                        .append("headers", headers)
                        .append("data", new String(record.value(), StandardCharsets.UTF_8))
                        .append("reason", reason)
                        .append("parkedAt", Date.from(clock.instant()))
                        .append("replaying", false);
        collection.updateOne(
                eq("_id", group + "/" + eventId),
                new Document("$setOnInsert", parked),
                new UpdateOptions().upsert(true));
    }

    /// The aggregates that have events parked.
    Set<String> subjects(String group) {
        return collection
                .distinct("subject", eq("group", group), String.class)
                .into(new HashSet<>());
    }

    /// The aggregates among these partitions' whose events an operator wants replayed.
    Set<String> subjectsToReplay(String group, Collection<TopicPartition> partitions) {
        Set<String> subjects = new HashSet<>();
        for (Document parked : collection.find(and(eq("group", group), eq("replaying", true)))) {
            TopicPartition partition =
                    new TopicPartition(parked.getString("topic"), parked.getInteger("partition"));
            if (partitions.contains(partition)) {
                subjects.add(parked.getString("subject"));
            }
        }
        return subjects;
    }

    /// The next one of an aggregate, in the order of their arrival.
    Optional<ParkedEvent> first(String group, String subject) {
        return Optional.ofNullable(
                        collection
                                .find(and(eq("group", group), eq("subject", subject)))
                                .sort(IN_ORDER)
                                .first())
                .map(ParkedEvents::read);
    }

    /// The event itself, with its data as an operator may have mended it.
    Event<byte[]> event(ParkedEvent parked) {
        Document stored = collection.find(eq("_id", parked.id())).first();
        if (stored == null) {
            throw new IllegalStateException(parked.id() + " is not parked any more");
        }
        Headers headers = new RecordHeaders();
        stored.get("headers", Document.class)
                .forEach((key, value) -> headers.add(key, ((Binary) value).getData()));
        return CloudEvents.read(headers, parked.data().getBytes(StandardCharsets.UTF_8));
    }

    void handled(ParkedEvent parked) {
        collection.deleteOne(eq("_id", parked.id()));
    }

    void failedAgain(ParkedEvent parked, String reason) {
        collection.updateOne(
                eq("_id", parked.id()),
                Updates.combine(Updates.set("reason", reason), Updates.set("replaying", false)));
    }

    /// @param subject all aggregates when null
    /// @param after an id to go on from
    public List<ParkedEvent> list(@Nullable String subject, @Nullable String after, int limit) {
        List<Bson> filters = new ArrayList<>(List.of(Filters.empty()));
        if (subject != null) {
            filters.add(eq("subject", subject));
        }
        if (after != null) {
            filters.add(Filters.gt("_id", after));
        }
        return collection
                .find(and(filters))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(ParkedEvents::read)
                .into(new ArrayList<>());
    }

    public long count() {
        return collection.countDocuments();
    }

    /// Replaces a parked event's data, for an operator who has found out what was wrong with it.
    ///
    /// @return nothing when it is not parked
    /// @throws JacksonException when `data` is no JSON
    public Optional<ParkedEvent> mend(String id, String data) {
        var _ = Documents.EVENT_JSON.readTree(data);
        return Optional.ofNullable(
                        collection.findOneAndUpdate(
                                eq("_id", id),
                                Updates.set("data", data),
                                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .map(ParkedEvents::read);
    }

    /// Asks for all that is parked of this one's aggregate to be handled again, from the first; the
    /// consumer that owns the partition does it within a second or so.
    ///
    /// @return false when it is not parked
    public boolean replay(String id) {
        Document parked = collection.find(eq("_id", id)).first();
        if (parked == null) {
            return false;
        }
        collection.updateMany(
                and(
                        eq("group", parked.getString("group")),
                        eq("subject", parked.getString("subject"))),
                Updates.set("replaying", true));
        return true;
    }

    /// Gives up one event for good: the consumer goes on as if it had handled it.
    ///
    /// @return what was parked, for the operator to keep
    public Optional<ParkedEvent> discard(String id) {
        return Optional.ofNullable(collection.findOneAndDelete(eq("_id", id)))
                .map(ParkedEvents::read);
    }

    /// Forgets what is parked for consumer groups that are gone.
    void forget(Collection<String> groups) {
        collection.deleteMany(in("group", groups));
    }

    /// How many are parked for the groups of one subscription, whatever their generation.
    long count(String groupPrefix) {
        return collection.countDocuments(regex("group", "^" + Pattern.quote(groupPrefix)));
    }

    private static ParkedEvent read(Document parked) {
        Instant parkedAt = parked.getDate("parkedAt").toInstant();
        return new ParkedEvent(
                parked.getString("_id"),
                parked.getString("group"),
                parked.getString("subject"),
                parked.getLong("sequence"),
                parked.getString("type"),
                parked.getString("data"),
                parked.getString("reason"),
                parkedAt,
                parked.getBoolean("replaying", false));
    }
}
