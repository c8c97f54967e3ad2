package io.bridgehead.platform.events;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.UpdateResult;
import io.bridgehead.platform.documents.WireNames;
import io.bridgehead.platform.events.Rebuild.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// Which generation of its views a subscription reads from and fills. All instances of a service read
/// it here, so that they change over together.
///
/// ```
/// { _id: subscription, active, previous, newest,
///   rebuild: {generation, state, goal: [{topic, partition, offset}…]} }
/// ```
final class Generations {

    private final MongoCollection<Document> collection;

    Generations(MongoDatabase database) {
        this.collection = database.getCollection("subscriptions");
    }

    /// @param active answers questions
    /// @param previous the one that did before, for instances that have not heard yet; 0 for none
    /// @param newest the highest number that was ever used. Each is used once, so that the consumer
    ///     group of a cancelled rebuild, which keeps its offsets, is never taken up again
    /// @param build the last rebuild; null when there was none
    record Generation(long active, long previous, long newest, @Nullable Build build) {

        @Nullable Build running() {
            return build != null && build.state() == State.RUNNING ? build : null;
        }

        /// What events go into.
        long filled() {
            Build running = running();
            return running != null ? running.generation() : active;
        }
    }

    /// @param goal the offsets at which the new generation has seen all that was there when the rebuild
    ///     was asked for
    record Build(long generation, State state, Map<TopicPartition, Long> goal) {

        Build {
            goal = Map.copyOf(goal);
        }

        boolean reached(Map<TopicPartition, OffsetAndMetadata> committed) {
            return seen(committed) == total();
        }

        /// How many of the events that there were are in the new generation.
        long seen(Map<TopicPartition, OffsetAndMetadata> committed) {
            return goal.entrySet().stream()
                    .mapToLong(end -> {
                        OffsetAndMetadata at = committed.get(end.getKey());
                        return at == null ? 0 : Math.min(at.offset(), end.getValue());
                    })
                    .sum();
        }

        long total() {
            return goal.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    Generation current(String subscription) {
        Document found =
                collection.findOneAndUpdate(
                        eq("_id", subscription),
                        Updates.combine(
                                Updates.setOnInsert("active", 1L),
                                Updates.setOnInsert("previous", 0L),
                                Updates.setOnInsert("newest", 1L)),
                        new FindOneAndUpdateOptions()
                                .upsert(true)
                                .returnDocument(ReturnDocument.AFTER));
        if (found == null) {
            throw new IllegalStateException("an upsert returns its document");
        }
        return read(found);
    }

    /// @return false when a rebuild is under way already
    boolean begin(String subscription, Map<TopicPartition, Long> goal) {
        long next = current(subscription).newest() + 1;
        List<Document> offsets =
                goal.entrySet().stream()
                        .map(end ->
                                new Document("topic", end.getKey().topic())
                                        .append("partition", end.getKey().partition())
                                        .append("offset", end.getValue()))
                        .toList();
        return changed(
                and(
                        eq("_id", subscription),
                        eq("newest", next - 1),
                        ne("rebuild.state", State.RUNNING)),
                Updates.combine(
                        Updates.set("newest", next),
                        Updates.set(
                                "rebuild",
                                new Document("generation", next)
                                        .append("state", State.RUNNING)
                                        .append("goal", offsets))));
    }

    /// @return true for the one instance that made the change
    boolean activate(String subscription, Generation from, Build built) {
        return changed(
                and(
                        eq("_id", subscription),
                        eq("rebuild.generation", built.generation()),
                        eq("rebuild.state", State.RUNNING)),
                Updates.combine(
                        Updates.set("active", built.generation()),
                        Updates.set("previous", from.active()),
                        Updates.set("rebuild.state", State.DONE)));
    }

    /// @return false when no rebuild was under way
    boolean cancel(String subscription) {
        return changed(
                and(eq("_id", subscription), eq("rebuild.state", State.RUNNING)),
                Updates.set("rebuild.state", State.CANCELLED));
    }

    private boolean changed(Bson filter, Bson update) {
        UpdateResult result = collection.updateOne(filter, update);
        return result.getModifiedCount() == 1;
    }

    private static Generation read(Document document) {
        Document rebuild = document.get("rebuild", Document.class);
        return new Generation(
                document.getLong("active"),
                document.getLong("previous"),
                document.getLong("newest"),
                rebuild == null ? null : readBuild(rebuild));
    }

    private static Build readBuild(Document rebuild) {
        Map<TopicPartition, Long> goal = new HashMap<>();
        for (Document end : rebuild.getList("goal", Document.class)) {
            goal.put(
                    new TopicPartition(end.getString("topic"), end.getInteger("partition")),
                    end.getLong("offset"));
        }
        return new Build(
                rebuild.getLong("generation"),
                WireNames.parse(State.class, rebuild.getString("state")),
                goal);
    }
}
