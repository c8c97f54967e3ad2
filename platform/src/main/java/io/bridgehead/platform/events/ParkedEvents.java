package io.bridgehead.platform.events;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.documents.PageQuery;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/// The events that a service could not handle, in its own database: the poisoned one and, behind it,
/// all later ones of the same aggregate, in their order. Events of other aggregates go on.
///
/// What an operator mends or discards is kept, too: the topics still hold the event as it was, and a
/// view that is rebuilt from them meets it again.
public final class ParkedEvents {

    private static final Bson IN_ORDER = Indexes.ascending("group", "topic", "subject", "offset");

    private final MongoCollection<Document> parkedEvents;
    private final MongoCollection<Document> corrections;
    private final Clock clock;

    public ParkedEvents(MongoDatabase database, Clock clock) {
        this.parkedEvents = database.getCollection("parkedEvents");
        this.corrections = database.getCollection("correctedEvents");
        this.clock = clock;
    }

    void index() {
        parkedEvents.createIndex(IN_ORDER);
        corrections.createIndex(Indexes.ascending("subscription"));
    }

    /// One aggregate's events in one topic. Another service may use the same id for one of its own.
    record Source(String topic, String subject) {}

    /// The first event that is parked of an aggregate.
    ///
    /// @param due to be tried now
    record Head(Source source, TopicPartition partition, boolean due) {}

    /// @param data what the operator put in place of the event's own; null for an event that he
    ///     discarded
    record Correction(@Nullable String data) {}

    /// A parked event as it is handled again.
    record Replay(ParkedEvent parked, Headers headers) {

        /// @throws RuntimeException when it is no event of ours
        Event<byte[]> event() {
            return CloudEvents.read(headers, parked.data().getBytes(StandardCharsets.UTF_8));
        }
    }

    /// A record as it came from its topic.
    ///
    /// @param event null when the record is no event of ours
    /// @param mended the event carries the data that an operator gave it
    record Arrival(
            ConsumerRecord<String, byte[]> record, @Nullable Event<byte[]> event, boolean mended) {

        String eventId() {
            return event != null
                    ? event.id()
                    : record.topic() + "-" + record.partition() + "-" + record.offset();
        }

        Source source() {
            String key = record.key() == null ? "unknown" : record.key();
            return new Source(record.topic(), event != null ? event.subject() : key);
        }

        private String data() {
            byte[] data = event != null ? event.data() : bytes(record.value());
            return new String(data, StandardCharsets.UTF_8);
        }
    }

    /// Parked before, by a delivery of the same event, it stays as it is.
    ///
    /// @param reason null for an event that only waits behind another
    void park(String subscription, String group, Arrival arrival, @Nullable String reason) {
        ConsumerRecord<String, byte[]> record = arrival.record();
        Event<byte[]> event = arrival.event();
        List<Document> headers = new ArrayList<>();
        for (Header header : record.headers()) {
            headers.add(
                    new Document("key", header.key())
                            .append("value", new Binary(bytes(header.value()))));
        }
        Document parked =
                new Document("subscription", subscription)
                        .append("group", group)
                        .append("topic", record.topic())
                        .append("partition", record.partition())
                        .append("offset", record.offset())
                        .append("subject", arrival.source().subject())
                        .append("sequence", event != null ? event.sequence() : 0L)
                        .append("type", event != null ? event.type() : ParkedEvent.UNREADABLE)
                        .append("headers", headers)
                        .append("data", arrival.data())
                        .append("mended", arrival.mended())
                        .append("reason", reason)
                        .append("parkedAt", Date.from(clock.instant()))
                        .append("replaying", false);
        parkedEvents.updateOne(
                eq("_id", group + ":" + arrival.eventId()),
                new Document("$setOnInsert", parked),
                new UpdateOptions().upsert(true));
    }

    private static byte[] bytes(byte @Nullable [] value) {
        return value == null ? new byte[0] : value;
    }

    /// The aggregates that have events parked.
    List<Head> heads(String group) {
        List<Head> heads = new ArrayList<>();
        for (Document head :
                parkedEvents.aggregate(
                        List.of(
                                Aggregates.match(eq("group", group)),
                                Aggregates.sort(IN_ORDER),
                                Aggregates.group(
                                        new Document("topic", "$topic")
                                                .append("subject", "$subject"),
                                        Accumulators.first("partition", "$partition"),
                                        Accumulators.first("reason", "$reason"),
                                        Accumulators.first("replaying", "$replaying"))))) {
            Document id = head.get("_id", Document.class);
            String topic = id.getString("topic");
            heads.add(
                    new Head(
                            new Source(topic, id.getString("subject")),
                            new TopicPartition(topic, head.getInteger("partition")),
                            head.getBoolean("replaying") || head.getString("reason") == null));
        }
        return heads;
    }

    /// The next one of an aggregate, in the order of their arrival.
    Optional<Replay> first(String group, Source source) {
        return Optional.ofNullable(parkedEvents.find(of(group, source)).sort(IN_ORDER).first())
                .map(ParkedEvents::replay);
    }

    private static Bson of(String group, Source source) {
        return and(
                eq("group", group), eq("topic", source.topic()), eq("subject", source.subject()));
    }

    private static Replay replay(Document parked) {
        Headers headers = new RecordHeaders();
        for (Document header : parked.getList("headers", Document.class)) {
            headers.add(header.getString("key"), header.get("value", Binary.class).getData());
        }
        return new Replay(read(parked), headers);
    }

    void handled(ParkedEvent parked) {
        if (parked.mended()) {
            correct(parked, parked.data());
        }
        parkedEvents.deleteOne(eq("_id", parked.id()));
    }

    void failedAgain(ParkedEvent parked, String reason) {
        parkedEvents.updateOne(
                eq("_id", parked.id()),
                Updates.combine(Updates.set("reason", reason), Updates.set("replaying", false)));
    }

    /// What operators have put right in a subscription's events, by event id.
    Map<String, Correction> corrections(String subscription) {
        Map<String, Correction> found = new HashMap<>();
        for (Document correction : corrections.find(eq("subscription", subscription))) {
            found.put(correction.getString("event"), new Correction(correction.getString("data")));
        }
        return found;
    }

    private void correct(ParkedEvent parked, @Nullable String data) {
        String event = parked.id().substring(parked.group().length() + 1);
        corrections.replaceOne(
                eq("_id", parked.subscription() + ":" + event),
                new Document("subscription", parked.subscription())
                        .append("event", event)
                        .append("data", data)
                        .append("correctedAt", Date.from(clock.instant())),
                new ReplaceOptions().upsert(true));
    }

    /// In the order of their ids: by consumer group, and therein by age.
    public Page<ParkedEvent> page(PageQuery query) {
        Bson filter = query.after() == null ? new Document() : gt("_id", query.after());
        List<ParkedEvent> found =
                parkedEvents
                        .find(filter)
                        .sort(Sorts.ascending("_id"))
                        .limit(query.limit() + 1)
                        .map(ParkedEvents::read)
                        .into(new ArrayList<>());
        return Page.of(found, query.limit(), ParkedEvent::id);
    }

    public Optional<ParkedEvent> find(String id) {
        return Optional.ofNullable(parkedEvents.find(eq("_id", id)).first())
                .map(ParkedEvents::read);
    }

    /// Replaces a parked event's data, for an operator who has found out what was wrong with it.
    ///
    /// @return nothing when it is not parked
    public Optional<ParkedEvent> mend(String id, Map<String, ? extends @Nullable Object> data) {
        String json = Documents.EVENT_JSON.writeValueAsString(data);
        return Optional.ofNullable(
                        parkedEvents.findOneAndUpdate(
                                eq("_id", id),
                                Updates.combine(
                                        Updates.set("data", json), Updates.set("mended", true)),
                                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .map(ParkedEvents::read);
    }

    /// Asks for all that is parked of this one's aggregate to be handled again, from the first; the
    /// consumer that owns the partition does it within a second or so.
    ///
    /// @return the first one; nothing when this one is not parked
    public Optional<ParkedEvent> replay(String id) {
        return find(id).flatMap(named -> {
            Source source = new Source(named.topic(), named.subject());
            return Optional.ofNullable(
                            parkedEvents.findOneAndUpdate(
                                    of(named.group(), source),
                                    Updates.set("replaying", true),
                                    new FindOneAndUpdateOptions()
                                            .sort(IN_ORDER)
                                            .returnDocument(ReturnDocument.AFTER)))
                    .map(ParkedEvents::read);
        });
    }

    /// Gives up one event for good: the consumer goes on as if it had handled it.
    ///
    /// @return what was parked, for the operator to keep
    public Optional<ParkedEvent> discard(String id) {
        Optional<ParkedEvent> parked = find(id);
        parked.ifPresent(event -> {
            correct(event, null);
            parkedEvents.deleteOne(eq("_id", id));
        });
        return parked;
    }

    /// Forgets what is parked for a consumer group that is gone.
    void forget(String group) {
        parkedEvents.deleteMany(eq("group", group));
    }

    private static ParkedEvent read(Document parked) {
        return new ParkedEvent(
                parked.getString("_id"),
                parked.getString("subscription"),
                parked.getString("group"),
                parked.getString("topic"),
                parked.getString("subject"),
                parked.getLong("sequence"),
                parked.getString("type"),
                parked.getString("data"),
                parked.getBoolean("mended"),
                parked.getString("reason"),
                parked.getDate("parkedAt").toInstant(),
                parked.getBoolean("replaying"));
    }
}
