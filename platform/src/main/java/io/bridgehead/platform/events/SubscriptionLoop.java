package io.bridgehead.platform.events;

import io.bridgehead.platform.documents.Faults;
import io.bridgehead.platform.documents.View;
import io.bridgehead.platform.events.Generations.Generation;
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

    private final Subscription subscription;
    private final EventSettings settings;
    private final Function<String, Consumer<String, byte[]>> consumers;
    private final ParkedEvents parkedEvents;
    private final Generations generations;
    private final EventTracing tracing;

    private volatile boolean stopped;
    private volatile boolean connected;
    private final Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();

    /// Null until read from the database: after every assignment of partitions, another instance may
    /// have parked what this one now owns.
    private @Nullable Set<String> parkedSubjects;

    private int failures;

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

    /// Has its partitions and reads from them.
    boolean connected() {
        return connected;
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        while (!stopped) {
            try {
                Generation generation = generations.current(subscription.name());
                for (View<?> view : subscription.views()) {
                    view.readFrom(generation.active());
                    view.writeTo(generation.filled());
                }
                String group = group(settings, subscription, generation.filled());
                try (Consumer<String, byte[]> consumer = consumers.apply(group)) {
                    consume(consumer, group, generation);
                }
            } catch (RuntimeException e) {
                log.warn("{} starts anew after a fault", subscription.name(), e);
                pause(++failures);
            } finally {
                connected = false;
            }
        }
    }

    private void consume(Consumer<String, byte[]> consumer, String group, Generation generation) {
        done.clear();
        parkedSubjects = null;
        consumer.subscribe(subscription.topics(), new Handover(consumer));
        long nextChores = System.nanoTime();
        while (!stopped) {
            if (System.nanoTime() >= nextChores) {
                nextChores = System.nanoTime() + CHORES_EVERY.toNanos();
                if (!generation.equals(afterChores(consumer, group, generation))) {
                    return;
                }
            }
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            connected = !consumer.assignment().isEmpty();
            if (!records.isEmpty()) {
                handleAll(consumer, group, records);
            }
        }
    }

    private Generation afterChores(
            Consumer<String, byte[]> consumer, String group, Generation generation) {
        try {
            replayParked(consumer.assignment(), group);
            Generation current = generations.current(subscription.name());
            if (current.equals(generation) && current.building() != null) {
                activateWhenCaughtUp(consumer, current, current.building());
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

    private void activateWhenCaughtUp(
            Consumer<String, byte[]> consumer, Generation generation, long built) {
        Map<TopicPartition, OffsetAndMetadata> committed =
                consumer.committed(generation.goal().keySet());
        boolean caughtUp =
                generation.goal().entrySet().stream()
                        .allMatch(end -> {
                            OffsetAndMetadata at = committed.get(end.getKey());
                            return end.getValue() == 0
                                    || (at != null && at.offset() >= end.getValue());
                        });
        if (caughtUp && generations.activate(subscription.name(), built)) {
            log.info("{} answers from generation {} now", subscription.name(), built);
            // The one before stays until the next rebuild, for instances that have not heard yet.
            for (long old = generation.active() - 1; old > 0; old--) {
                for (View<?> view : subscription.views()) {
                    view.drop(old);
                }
                parkedEvents.forget(List.of(group(settings, subscription, old)));
            }
        }
    }

    private void handleAll(
            Consumer<String, byte[]> consumer,
            String group,
            ConsumerRecords<String, byte[]> records) {
        try {
            for (ConsumerRecord<String, byte[]> record : records) {
                handle(group, record);
                done.put(
                        new TopicPartition(record.topic(), record.partition()),
                        new OffsetAndMetadata(record.offset() + 1));
            }
            failures = 0;
        } catch (RuntimeException e) {
            if (!Faults.mayPass(e)) {
                throw e;
            }
            log.warn("{} waits and comes back: {}", subscription.name(), e.toString());
            goBack(consumer, records);
            pause(++failures);
        }
        commit(consumer);
    }

    /// To the first event of each partition that is not done.
    private void goBack(
            Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            OffsetAndMetadata next = done.get(partition);
            long first = records.records(partition).getFirst().offset();
            consumer.seek(partition, next == null ? first : Math.max(first, next.offset()));
        }
    }

    private void handle(String group, ConsumerRecord<String, byte[]> record) {
        Event<byte[]> event;
        try {
            event = CloudEvents.read(record);
        } catch (RuntimeException e) {
            park(group, record, record.key() == null ? "unknown" : record.key(), null, e);
            return;
        }
        if (!subscription.handles(event.type())) {
            return;
        }
        if (parkedSubjects(group).contains(event.subject())) {
            park(group, record, event.subject(), event, null);
            return;
        }
        Optional<RuntimeException> fault = attempt(event);
        if (fault.isPresent()) {
            park(group, record, event.subject(), event, fault.get());
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

    private void park(
            String group,
            ConsumerRecord<String, byte[]> record,
            String subject,
            @Nullable Event<byte[]> event,
            @Nullable RuntimeException reason) {
        parkedEvents.park(group, record, subject, event, reason == null ? null : describe(reason));
        parkedSubjects(group).add(subject);
        if (reason != null) {
            log.error(
                    "{} parked an event at {}-{}@{}, and what follows of {}",
                    group,
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    subject,
                    reason);
        }
    }

    private Set<String> parkedSubjects(String group) {
        Set<String> subjects = parkedSubjects;
        if (subjects == null) {
            subjects = parkedEvents.subjects(group);
            parkedSubjects = subjects;
        }
        return subjects;
    }

    /// By the thread that also takes the new events, so that none slips in between the last parked one
    /// and the next that comes.
    private void replayParked(Collection<TopicPartition> partitions, String group) {
        for (String subject : parkedEvents.subjectsToReplay(group, partitions)) {
            while (true) {
                Optional<ParkedEvent> next = parkedEvents.first(group, subject);
                if (next.isEmpty()) {
                    parkedSubjects(group).remove(subject);
                    log.info("{} has caught up with what was parked of {}", group, subject);
                    break;
                }
                Optional<RuntimeException> fault = replay(next.get());
                if (fault.isPresent()) {
                    parkedEvents.failedAgain(next.get(), describe(fault.get()));
                    log.error("{} failed again at {}", group, next.get().id(), fault.get());
                    break;
                }
                parkedEvents.handled(next.get());
            }
        }
    }

    private Optional<RuntimeException> replay(ParkedEvent parked) {
        Event<byte[]> event;
        try {
            event = parkedEvents.event(parked);
        } catch (RuntimeException e) {
            if (Faults.mayPass(e)) {
                throw e;
            }
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
        } catch (CommitFailedException | RebalanceInProgressException e) {
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

    private static void pause(int failures) {
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
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            done.clear();
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            parkedSubjects = null;
        }
    }
}
