package io.bridgehead.platform.events;

import io.bridgehead.platform.documents.Faults;
import io.bridgehead.platform.documents.View;
import io.bridgehead.platform.events.Generations.Build;
import io.bridgehead.platform.events.Generations.Generation;
import io.bridgehead.platform.events.ParkedEvents.Arrival;
import io.bridgehead.platform.events.ParkedEvents.Correction;
import io.bridgehead.platform.events.ParkedEvents.Head;
import io.bridgehead.platform.events.ParkedEvents.Replay;
import io.bridgehead.platform.events.ParkedEvents.Source;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One subscription's thread: takes events, hands them to their handlers, and marks them done.
///
/// When the database is away it goes back to the first event that is not done and waits: time is lost,
/// no event. An event that fails by itself is parked after some attempts, and with it the later ones
/// of the same aggregate.
final class SubscriptionLoop implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(SubscriptionLoop.class);

    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration CHORES_EVERY = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final int REPLAYED_AT_ONCE = 1_000;

    private final Subscription subscription;
    private final EventSettings settings;
    private final Function<String, Consumer<String, byte[]>> consumers;
    private final ParkedEvents parkedEvents;
    private final Generations generations;
    private final EventTracing tracing;

    private volatile boolean stopped;
    private volatile boolean connected;
    private volatile long answering;

    /// What is handled and not yet committed.
    private final Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();

    /// Null until read from the database: after every assignment of partitions, since another instance
    /// may have parked what this one now owns, and when something is no longer parked, since an
    /// operator may have corrected it, and it may come again.
    private @Nullable Parking parking;

    private int failures;

    private record Parking(Set<Source> parked, Map<String, Correction> corrections) {}

    /// @param consumers opens a consumer of the group that it is given
    SubscriptionLoop(
            Subscription subscription,
            EventSettings settings,
            Function<String, Consumer<String, byte[]>> consumers,
            ParkedEvents parkedEvents,
            Generations generations,
            EventTracing tracing) {
        this.subscription = subscription;
        this.settings = settings;
        this.consumers = consumers;
        this.parkedEvents = parkedEvents;
        this.generations = generations;
        this.tracing = tracing;
    }

    static String group(EventSettings settings, Subscription subscription, long generation) {
        return settings.service() + "." + subscription.name() + "." + generation;
    }

    /// Belongs to its group and has been given its partitions, which may be none where there are more
    /// instances than partitions.
    boolean connected() {
        return connected;
    }

    /// The generation of the views that answers here.
    long answering() {
        return answering;
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        while (!stopped) {
            try {
                Generation generation = turnToCurrentGeneration();
                forgetAllBut(generation);
                String group = group(settings, subscription, generation.filled());
                try (Consumer<String, byte[]> consumer = consumers.apply(group)) {
                    consume(consumer, group, generation);
                }
            } catch (RuntimeException | Error e) {
                if (Faults.mayPass(e)) {
                    log.warn("{} waits and starts anew: {}", subscription.name(), e.toString());
                } else {
                    log.error("{} starts anew after a fault", subscription.name(), e);
                }
                pause(++failures);
            } finally {
                connected = false;
            }
        }
    }

    Generation turnToCurrentGeneration() {
        Generation generation = generations.current(subscription.name());
        for (View<?> view : subscription.views()) {
            view.writeTo(generation.filled());
            view.readFrom(generation.active());
        }
        answering = generation.active();
        return generation;
    }

    /// The one that answered before stays until the next rebuild: other instances may not have heard
    /// yet. What is parked for it is of no use any more.
    private void forgetAllBut(Generation generation) {
        Set<Long> used = new HashSet<>(List.of(generation.active(), generation.filled()));
        for (long old = 1; old <= generation.newest(); old++) {
            if (!used.contains(old)) {
                parkedEvents.forget(group(settings, subscription, old));
                if (old != generation.previous()) {
                    for (View<?> view : subscription.views()) {
                        view.drop(old);
                    }
                }
            }
        }
    }

    private void consume(Consumer<String, byte[]> consumer, String group, Generation generation) {
        done.clear();
        parking = null;
        consumer.subscribe(subscription.topics(), new Handover(consumer));
        long nextChores = System.nanoTime();
        while (!stopped) {
            if (System.nanoTime() - nextChores >= 0) {
                nextChores = System.nanoTime() + CHORES_EVERY.toNanos();
                if (!generation.equals(afterChores(consumer, group, generation))) {
                    return;
                }
            }
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                handleAll(consumer, group, records);
            }
        }
    }

    private Generation afterChores(
            Consumer<String, byte[]> consumer, String group, Generation generation) {
        try {
            commit(consumer);
            replayParked(consumer.assignment(), group);
            Generation current = generations.current(subscription.name());
            if (current.equals(generation) && activated(consumer, current)) {
                return generations.current(subscription.name());
            }
            return current;
        } catch (RuntimeException e) {
            if (!Faults.mayPass(e)) {
                throw e;
            }
            log.warn("{} looks after its chores later: {}", subscription.name(), e.toString());
            return generation;
        }
    }

    /// Makes the generation that is being built the one that answers, once it has seen all that there
    /// was when the rebuild was asked for.
    private boolean activated(Consumer<String, byte[]> consumer, Generation generation) {
        Build build = generation.running();
        if (build == null
                || !build.reached(consumer.committed(build.goal().keySet()))
                || !generations.activate(subscription.name(), generation, build)) {
            return false;
        }
        log.info("{} answers from generation {} now", subscription.name(), build.generation());
        return true;
    }

    private void handleAll(
            Consumer<String, byte[]> consumer,
            String group,
            ConsumerRecords<String, byte[]> records) {
        Map<TopicPartition, Long> next = new HashMap<>();
        records.partitions()
                .forEach(partition ->
                        next.put(partition, records.records(partition).getFirst().offset()));
        try {
            long nextCommit = System.nanoTime() + CHORES_EVERY.toNanos();
            for (ConsumerRecord<String, byte[]> record : records) {
                handle(group, record);
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                next.put(partition, record.offset() + 1);
                done.put(partition, new OffsetAndMetadata(record.offset() + 1));
                if (System.nanoTime() - nextCommit >= 0) {
                    // Whoever does not poll for long is taken for dead, and another takes the
                    // batch:
                    // not from its beginning, or a slow one would be begun for ever.
                    commit(consumer);
                    nextCommit = System.nanoTime() + CHORES_EVERY.toNanos();
                }
            }
            failures = 0;
        } catch (RuntimeException e) {
            if (!Faults.mayPass(e)) {
                throw e;
            }
            log.warn("{} waits and comes back: {}", subscription.name(), e.toString());
            // to the first event of each partition that is not done
            next.forEach(consumer::seek);
            pause(++failures);
        }
        commit(consumer);
    }

    private void handle(String group, ConsumerRecord<String, byte[]> record) {
        Event<byte[]> event;
        try {
            event = CloudEvents.read(record);
        } catch (RuntimeException e) {
            Arrival unreadable = new Arrival(record, null, false);
            if (!parking(group).corrections().containsKey(unreadable.eventId())) {
                park(group, unreadable, e);
            }
            return;
        }
        if (!subscription.handles(event.type())) {
            return;
        }
        Correction correction = parking(group).corrections().get(event.id());
        if (correction == null) {
            handle(group, new Arrival(record, event, false), event);
        } else if (correction.data() != null) {
            Event<byte[]> mended = event.with(correction.data().getBytes(StandardCharsets.UTF_8));
            handle(group, new Arrival(record, mended, true), mended);
        }
    }

    private void handle(String group, Arrival arrival, Event<byte[]> event) {
        if (parking(group).parked().contains(arrival.source())) {
            park(group, arrival, null);
            return;
        }
        Optional<RuntimeException> fault = attempt(event);
        if (fault.isPresent()) {
            park(group, arrival, fault.get());
        }
    }

    /// @return what stands in the way for good
    /// @throws RuntimeException for what may pass by itself
    private Optional<RuntimeException> attempt(Event<byte[]> event) {
        for (int attempt = 1; ; attempt++) {
            try {
                tracing.within(event, () -> subscription.handle(event));
                return Optional.empty();
            } catch (RuntimeException e) {
                if (Faults.mayPass(e)) {
                    throw e;
                }
                if (attempt == settings.attempts()) {
                    return Optional.of(e);
                }
                pause(0);
            }
        }
    }

    private void park(String group, Arrival arrival, @Nullable RuntimeException reason) {
        parkedEvents.park(
                subscription.name(), group, arrival, reason == null ? null : describe(reason));
        parking(group).parked().add(arrival.source());
        if (reason != null) {
            log.error(
                    "{} parked an event at {}-{}@{}, and what follows of {}",
                    group,
                    arrival.record().topic(),
                    arrival.record().partition(),
                    arrival.record().offset(),
                    arrival.source().subject(),
                    reason);
        }
    }

    private Parking parking(String group) {
        Parking known = parking;
        if (known == null) {
            known =
                    new Parking(
                            sources(parkedEvents.heads(group)),
                            parkedEvents.corrections(subscription.name()));
            parking = known;
        }
        return known;
    }

    private static Set<Source> sources(List<Head> heads) {
        return heads.stream().map(Head::source).collect(Collectors.toCollection(HashSet::new));
    }

    /// By the thread that also takes the new events, so that none slips in between the last parked one
    /// and the next that comes.
    private void replayParked(Collection<TopicPartition> partitions, String group) {
        List<Head> heads = parkedEvents.heads(group);
        if (!parking(group).parked().equals(sources(heads))) {
            parking = null;
        }
        for (Head head : heads) {
            if (head.due() && partitions.contains(head.partition())) {
                replay(group, head.source());
            }
        }
    }

    /// Not without end: a consumer that does not poll for long is taken for dead.
    private void replay(String group, Source source) {
        for (int i = 0; i < REPLAYED_AT_ONCE; i++) {
            Optional<Replay> next = parkedEvents.first(group, source);
            if (next.isEmpty()) {
                parking = null;
                log.info("{} has caught up with what was parked of {}", group, source.subject());
                return;
            }
            ParkedEvent parked = next.get().parked();
            if (!parked.due()) {
                return;
            }
            Optional<RuntimeException> fault = attempt(next.get());
            if (fault.isPresent()) {
                parkedEvents.failedAgain(parked, describe(fault.get()));
                log.error("{} failed again at {}", group, parked.id(), fault.get());
                return;
            }
            parkedEvents.handled(parked);
        }
    }

    private Optional<RuntimeException> attempt(Replay replay) {
        Event<byte[]> event;
        try {
            event = replay.event();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
        return attempt(event);
    }

    private void commit(Consumer<String, byte[]> consumer) {
        if (done.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(done);
            done.clear();
        } catch (RebalanceInProgressException e) {
            // The next poll ends it, and asks for the commit of what this instance has to hand
            // over.
            log.debug("{} commits after the rebalance", subscription.name());
        } catch (CommitFailedException e) {
            // Another instance has the partitions now and does the uncommitted ones again.
            log.info("{} lost partitions before it could commit", subscription.name());
            done.clear();
        }
    }

    private static String describe(RuntimeException reason) {
        List<String> causes = new ArrayList<>();
        Set<Throwable> seen = new HashSet<>();
        for (Throwable cause = reason; cause != null && seen.add(cause); cause = cause.getCause()) {
            causes.add(cause.toString());
        }
        return String.join("; caused by ", causes);
    }

    static void pause(int failures) {
        long millis = Math.min(LONGEST_WAIT.toMillis(), 50L << Math.min(failures, 10));
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Handover implements ConsumerRebalanceListener {

        private final Consumer<String, byte[]> consumer;

        Handover(Consumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            commit(consumer);
            done.keySet().removeAll(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            done.clear();
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            parking = null;
            connected = true;
        }
    }
}
