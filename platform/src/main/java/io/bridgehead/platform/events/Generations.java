package io.bridgehead.platform.events;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Which generation of its views a subscription reads from and fills. All instances of a service read
/// it here, so that they change over together.
final class Generations {

    private final MongoCollection<Document> collection;

    Generations(MongoDatabase database) {
        this.collection = database.getCollection("subscriptions");
    }

    /// @param active answers questions
    /// @param building is being filled; null when no rebuild is under way
    /// @param goal the offsets at which the one being built has seen all that the active one had when
    ///     the rebuild was asked for
    record Generation(long active, @Nullable Long building, Map<TopicPartition, Long> goal) {

        long filled() {
            return building != null ? building : active;
        }
    }

    Generation current(String subscription) {
        Document found =
                collection.findOneAndUpdate(
                        eq("_id", subscription),
                        Updates.combine(
                                Updates.setOnInsert("active", 1L),
                                Updates.setOnInsert("newest", 1L)),
                        new FindOneAndUpdateOptions()
                                .upsert(true)
                                .returnDocument(ReturnDocument.AFTER));
        if (found == null) {
            throw new IllegalStateException("an upsert returns its document");
        }
        return read(found);
    }

    /// A number is used once: the consumer group of an abandoned rebuild has offsets of its own.
    ///
    /// @return nothing when a rebuild is under way already
    Optional<Generation> begin(String subscription, Map<TopicPartition, Long> goal) {
        long newest = newest(subscription);
        List<Document> offsets =
                goal.entrySet().stream()
                        .map(end ->
                                new Document("topic", end.getKey().topic())
                                        .append("partition", end.getKey().partition())
                                        .append("offset", end.getValue()))
                        .toList();
        return Optional.ofNullable(
                        collection.findOneAndUpdate(
                                and(
                                        eq("_id", subscription),
                                        eq("newest", newest),
                                        exists("building", false)),
                                Updates.combine(
                                        Updates.set("newest", newest + 1),
                                        Updates.set("building", newest + 1),
                                        Updates.set("goal", offsets)),
                                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .map(Generations::read);
    }

    private long newest(String subscription) {
        var _ = current(subscription);
        Document found = collection.find(eq("_id", subscription)).first();
        return found == null ? 1 : found.getLong("newest");
    }

    /// @return true for the one instance that made the change
    boolean activate(String subscription, long built) {
        return collection
                        .updateOne(
                                and(eq("_id", subscription), eq("building", built)),
                                Updates.combine(
                                        Updates.set("active", built),
                                        Updates.unset("building"),
                                        Updates.unset("goal")),
                                new UpdateOptions())
                        .getModifiedCount()
                == 1;
    }

    /// @return false when no rebuild was under way
    boolean cancel(String subscription) {
        return collection
                        .updateOne(
                                and(eq("_id", subscription), exists("building")),
                                Updates.combine(Updates.unset("building"), Updates.unset("goal")))
                        .getModifiedCount()
                == 1;
    }

    private static Generation read(Document document) {
        Map<TopicPartition, Long> goal = new HashMap<>();
        for (Document end : document.getList("goal", Document.class, List.of())) {
            goal.put(
                    new TopicPartition(end.getString("topic"), end.getInteger("partition")),
                    end.getLong("offset"));
        }
        return new Generation(document.getLong("active"), document.getLong("building"), goal);
    }
}
