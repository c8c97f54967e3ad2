package io.bridgehead.platform.events;

import io.bridgehead.platform.events.Generations.Generation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.context.SmartLifecycle;

/// Runs a service's subscriptions while the service runs, and rebuilds their views when asked.
public final class Subscriptions implements SmartLifecycle {

    private final List<Subscription> subscriptions;
    private final EventSettings settings;
    private final Function<String, Consumer<String, byte[]>> consumers;
    private final ParkedEvents parkedEvents;
    private final Generations generations;
    private final EventTracing tracing;
    private final Map<SubscriptionLoop, Thread> loops = new HashMap<>();

    Subscriptions(
            List<Subscription> subscriptions,
            EventSettings settings,
            Function<String, Consumer<String, byte[]>> consumers,
            ParkedEvents parkedEvents,
            Generations generations,
            EventTracing tracing) {
        this.subscriptions = List.copyOf(subscriptions);
        this.settings = settings;
        this.consumers = consumers;
        this.parkedEvents = parkedEvents;
        this.generations = generations;
        this.tracing = tracing;
    }

    @Override
    public synchronized void start() {
        parkedEvents.index();
        for (Subscription subscription : subscriptions) {
            SubscriptionLoop loop =
                    new SubscriptionLoop(
                            subscription, settings, consumers, parkedEvents, generations, tracing);
            loops.put(loop, Thread.ofPlatform().name("events-" + subscription.name()).start(loop));
        }
    }

    @Override
    public synchronized void stop() {
        loops.keySet().forEach(SubscriptionLoop::stop);
        loops.values()
                .forEach(thread -> {
                    try {
                        var _ = thread.join(java.time.Duration.ofSeconds(10));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
        loops.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !loops.isEmpty();
    }

    /// All of them have their partitions and read.
    synchronized boolean connected() {
        return loops.keySet().stream().allMatch(SubscriptionLoop::connected);
    }

    /// Those that fill views, and so can be rebuilt.
    public List<String> rebuildable() {
        return subscriptions.stream()
                .filter(subscription -> !subscription.views().isEmpty())
                .map(Subscription::name)
                .toList();
    }

    /// Begins to fill the views anew from the topics' beginning. The old ones answer until the new ones
    /// have seen all that was in the topics now.
    ///
    /// @return false when a rebuild of it is under way already
    /// @throws IllegalArgumentException when there is no such subscription, or it fills no view
    public boolean rebuild(String name) {
        Subscription subscription = named(name);
        try (Consumer<String, byte[]> consumer =
                consumers.apply(settings.service() + "." + name + ".measure")) {
            List<TopicPartition> partitions =
                    subscription.topics().stream()
                            .flatMap(topic -> consumer.partitionsFor(topic).stream())
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            return generations.begin(name, consumer.endOffsets(partitions)).isPresent();
        }
    }

    /// Leaves the views as they were before the rebuild.
    ///
    /// @return false when none was under way
    public boolean cancelRebuild(String name) {
        return generations.cancel(named(name).name());
    }

    /// How far the rebuild that is under way has come.
    ///
    /// @return nothing when none is
    public Optional<Progress> rebuildProgress(String name) {
        Generation generation = generations.current(named(name).name());
        if (generation.building() == null) {
            return Optional.empty();
        }
        String group = SubscriptionLoop.group(settings, named(name), generation.building());
        try (Consumer<String, byte[]> consumer = consumers.apply(group)) {
            Map<TopicPartition, OffsetAndMetadata> committed =
                    consumer.committed(generation.goal().keySet());
            long seen =
                    committed.values().stream()
                            .filter(java.util.Objects::nonNull)
                            .mapToLong(OffsetAndMetadata::offset)
                            .sum();
            long total = generation.goal().values().stream().mapToLong(Long::longValue).sum();
            return Optional.of(new Progress(Math.min(seen, total), total));
        }
    }

    /// @param seen events read so far
    /// @param total events there were when the rebuild began
    public record Progress(long seen, long total) {}

    private Subscription named(String name) {
        return subscriptions.stream()
                .filter(subscription -> subscription.name().equals(name))
                .filter(subscription -> !subscription.views().isEmpty())
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(name + " fills no view of this service"));
    }
}
