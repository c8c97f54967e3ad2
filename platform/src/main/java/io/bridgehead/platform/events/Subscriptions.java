package io.bridgehead.platform.events;

import io.bridgehead.platform.events.Generations.Build;
import io.bridgehead.platform.events.Generations.Generation;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/// Runs a service's subscriptions while the service runs, and rebuilds their views when asked.
public final class Subscriptions implements SmartLifecycle {

    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(10);

    private final List<Subscription> subscriptions;
    private final EventSettings settings;
    private final Function<String, Consumer<String, byte[]>> consumers;
    private final Admin admin;
    private final ParkedEvents parkedEvents;
    private final Generations generations;
    private final EventTracing tracing;
    private final Map<String, Running> running = new HashMap<>();

    private record Running(SubscriptionLoop loop, Thread thread) {}

    /// @param consumers opens a consumer of the group that it is given
    Subscriptions(
            List<Subscription> subscriptions,
            EventSettings settings,
            Function<String, Consumer<String, byte[]>> consumers,
            Admin admin,
            ParkedEvents parkedEvents,
            Generations generations,
            EventTracing tracing) {
        this.subscriptions = List.copyOf(subscriptions);
        this.settings = settings;
        this.consumers = consumers;
        this.admin = admin;
        this.parkedEvents = parkedEvents;
        this.generations = generations;
        this.tracing = tracing;
    }

    /// Before the web server: a request finds the views on the generation that answers.
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }

    @Override
    public synchronized void start() {
        parkedEvents.index();
        for (Subscription subscription : subscriptions) {
            SubscriptionLoop loop =
                    new SubscriptionLoop(
                            subscription, settings, consumers, parkedEvents, generations, tracing);
            var _ = loop.turnToCurrentGeneration();
            Thread thread = Thread.ofPlatform().name("events-" + subscription.name()).start(loop);
            running.put(subscription.name(), new Running(loop, thread));
        }
    }

    @Override
    public synchronized void stop() {
        running.values().forEach(each -> each.loop().stop());
        try {
            for (Running each : running.values()) {
                var _ = each.thread().join(PATIENCE_AT_STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !running.isEmpty();
    }

    /// All of them belong to their groups and read.
    synchronized boolean connected() {
        return running.values().stream().allMatch(each -> each.loop().connected());
    }

    /// Those that fill views, and so can be rebuilt.
    public List<String> rebuildable() {
        return subscriptions.stream()
                .filter(subscription -> !subscription.views().isEmpty())
                .map(Subscription::name)
                .toList();
    }

    /// Begins to fill the views anew from the topics' beginning. The old ones answer, as they are,
    /// until the new ones have seen all that was in the topics now.
    ///
    /// @return false when a rebuild of it is under way already
    /// @throws IllegalArgumentException when there is no such subscription, or it fills no view
    /// @throws KafkaException when the broker is away
    public boolean rebuild(String name) {
        return generations.begin(name, ends(viewFilling(name)));
    }

    private Map<TopicPartition, Long> ends(Subscription subscription) {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (TopicDescription topic :
                result(admin.describeTopics(subscription.topics()).allTopicNames()).values()) {
            topic.partitions()
                    .forEach(partition ->
                            latest.put(
                                    new TopicPartition(topic.name(), partition.partition()),
                                    OffsetSpec.latest()));
        }
        Map<TopicPartition, ListOffsetsResultInfo> ends = result(admin.listOffsets(latest).all());
        return ends.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
    }

    /// Leaves the views as they were before the rebuild.
    ///
    /// @return false when none was under way
    /// @throws IllegalArgumentException when there is no such subscription, or it fills no view
    public boolean cancelRebuild(String name) {
        return generations.cancel(viewFilling(name).name());
    }

    /// The last rebuild, under way or over.
    ///
    /// @return nothing when there was none
    /// @throws IllegalArgumentException when there is no such subscription, or it fills no view
    /// @throws KafkaException when the broker is away
    public Optional<Rebuild> lastRebuild(String name) {
        Subscription subscription = viewFilling(name);
        Generation generation = generations.current(name);
        return Optional.ofNullable(generation.build())
                .map(build -> progress(subscription, generation, build));
    }

    private Rebuild progress(Subscription subscription, Generation generation, Build build) {
        if (build.state() == Rebuild.State.DONE) {
            boolean heardHere = answering(subscription) == generation.active();
            return new Rebuild(
                    subscription.name(),
                    heardHere ? Rebuild.State.DONE : Rebuild.State.RUNNING,
                    build.total(),
                    build.total());
        }
        String group = SubscriptionLoop.group(settings, subscription, build.generation());
        Map<TopicPartition, OffsetAndMetadata> committed =
                result(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        return new Rebuild(
                subscription.name(), build.state(), build.seen(committed), build.total());
    }

    private synchronized long answering(Subscription subscription) {
        Running found = running.get(subscription.name());
        return found == null ? 0 : found.loop().answering();
    }

    private Subscription viewFilling(String name) {
        return subscriptions.stream()
                .filter(subscription -> subscription.name().equals(name))
                .filter(subscription -> !subscription.views().isEmpty())
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(name + " fills no view of this service"));
    }

    private static <T> T result(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new KafkaException("the broker does not answer", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
