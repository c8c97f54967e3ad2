package io.bridgehead.platform.events;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.bridgehead.platform.documents.Aggregates;
import io.bridgehead.platform.documents.PendingEvent;
import io.bridgehead.platform.documents.Unsent;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what waits in documents and then takes it out of them.
///
/// Whoever sends takes all that waits in a document and begins at its head, and sends an event only
/// when the one before it was acknowledged. So the first occurrence of every event is in order,
/// whichever instance sends, however late it wakes; what comes again is a repeat that consumers drop
/// by its sequence. Nothing needs to be locked or leased for that.
public final class Outbox implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);

    /// Documents under way at once. Beyond it an offer is left to the sweep.
    private static final int MOST_UNDER_WAY = 20_000;

    private static final int REMOVED_AT_ONCE = 500;

    private final Producer<String, byte[]> producer;
    private final String topic;
    private final URI source;
    private final ConcurrentMap<Key, Line> lines = new ConcurrentHashMap<>();

    /// What was sent and taken out of its document a moment ago may be handed over once more, by a
    /// write or a sweep that had read it before.
    private final Cache<Key, Long> sentLately =
            Caffeine.newBuilder()
                    .expireAfterWrite(Duration.ofSeconds(30))
                    .maximumSize(50_000)
                    .build();

    private final BlockingQueue<Acknowledged> acknowledged = new LinkedBlockingQueue<>();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    private record Key(Aggregates<?, ?> aggregates, String id) {

        static Key of(Unsent unsent) {
            return new Key(unsent.aggregates(), unsent.id());
        }
    }

    private record Acknowledged(Key key, long sequence) {}

    /// One document's events on their way: from the first offer until all that was sent is out of the
    /// document. Changed under its key's lock in [#lines]; `sent` and `fault` by the sending thread
    /// while there is one.
    private static final class Line {

        private final CompletableFuture<Void> done = new CompletableFuture<>();
        private final AtomicInteger removals = new AtomicInteger();
        private boolean sending;
        private long sent;

        /// The newest offer that came while sending. It holds all that older ones did.
        private @Nullable Unsent next;

        private @Nullable Throwable fault;

        /// @param sent the last event of the document that this instance knows to be on the broker
        Line(long sent) {
            this.sent = sent;
        }

        /// @return null when this was all
        private @Nullable Line unlessDone() {
            if (sending || removals.get() > 0) {
                return this;
            }
            if (fault == null) {
                done.complete(null);
            } else {
                done.completeExceptionally(fault);
            }
            return null;
        }
    }

    public Outbox(Producer<String, byte[]> producer, EventSettings settings) {
        this.producer = producer;
        this.topic = settings.topic();
        this.source = URI.create("/bridgehead/" + settings.service());
        executor.execute(this::removeAcknowledged);
    }

    /// Takes the events over and returns at once. Whatever then fails, they are still in their
    /// document, and the sweep finds them.
    public void offer(Unsent unsent) {
        if (lines.size() < MOST_UNDER_WAY || lines.containsKey(Key.of(unsent))) {
            var _ = send(unsent);
        }
    }

    /// For the sweep, which leaves alone what is under way.
    ///
    /// @return done when the document's events are sent and out of it
    CompletableFuture<Void> offerIfIdle(Unsent unsent) {
        Line already = lines.get(Key.of(unsent));
        return already != null ? already.done : send(unsent);
    }

    private CompletableFuture<Void> send(Unsent unsent) {
        try {
            Line line = lines.compute(Key.of(unsent), (key, found) -> takeOver(key, found, unsent));
            return Objects.requireNonNull(line).done;
        } catch (RejectedExecutionException e) {
            // This instance is closing. The events are in their document, for the next one.
            return CompletableFuture.failedFuture(e);
        }
    }

    private Line takeOver(Key key, @Nullable Line found, Unsent unsent) {
        Line line = found != null ? found : new Line(sentLately(key));
        if (!line.sending) {
            executor.execute(() -> send(key, line, unsent));
            line.sending = true;
        } else if (line.next == null || last(line.next) < last(unsent)) {
            line.next = unsent;
        }
        return line;
    }

    private long sentLately(Key key) {
        Long sent = sentLately.getIfPresent(key);
        return sent == null ? 0 : sent;
    }

    private static long last(Unsent unsent) {
        return unsent.events().getLast().sequence();
    }

    private void send(Key key, Line line, Unsent handed) {
        for (Unsent unsent = handed; unsent != null; unsent = next(key, line)) {
            line.fault = null;
            try {
                for (PendingEvent event : unsent.events()) {
                    if (event.sequence() > line.sent) {
                        producer.send(CloudEvents.write(topic, source, key.id(), event)).get();
                        line.sent = event.sequence();
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException | RuntimeException | Error e) {
                line.fault = e;
                log.warn(
                        "events of {} in {} were not sent and wait for the sweep: {}",
                        key.id(),
                        key.aggregates().name(),
                        e.toString());
            }
            if (unsent.events().getFirst().sequence() <= line.sent) {
                sentLately.put(key, line.sent);
                line.removals.incrementAndGet();
                acknowledged.add(new Acknowledged(key, line.sent));
            }
        }
    }

    private @Nullable Unsent next(Key key, Line line) {
        @Nullable Unsent[] taken = {null};
        lines.computeIfPresent(
                key,
                (_, _) -> {
                    taken[0] = line.next;
                    line.next = null;
                    line.sending = taken[0] != null;
                    return line.unlessDone();
                });
        return taken[0];
    }

    /// There is one such thread, and it goes on whatever happens: without it, whatever is sent stays under
    /// way, and the instance would take over less and less.
    private void removeAcknowledged() {
        List<Acknowledged> batch = new ArrayList<>();
        try {
            while (true) {
                batch.add(acknowledged.take());
                acknowledged.drainTo(batch, REMOVED_AT_ONCE - 1);
                try {
                    remove(batch);
                } catch (RuntimeException | Error e) {
                    log.error("what is sent of {} documents stays under way", batch.size(), e);
                }
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void remove(List<Acknowledged> batch) {
        Map<Aggregates<?, ?>, Map<String, Long>> byCollection = new HashMap<>();
        for (Acknowledged done : batch) {
            byCollection
                    .computeIfAbsent(done.key().aggregates(), _ -> new HashMap<>())
                    .merge(done.key().id(), done.sequence(), Math::max);
        }
        Map<Aggregates<?, ?>, Throwable> faults = new HashMap<>();
        byCollection.forEach((aggregates, sequences) -> {
            try {
                aggregates.removeSent(sequences);
            } catch (RuntimeException | Error e) {
                // They stay in their documents until the sweep comes by.
                log.warn(
                        "sent events could not be taken out of {}: {}",
                        aggregates.name(),
                        e.toString());
                faults.put(aggregates, e);
            }
        });
        for (Acknowledged done : batch) {
            removed(done, faults.get(done.key().aggregates()));
        }
    }

    private void removed(Acknowledged done, @Nullable Throwable fault) {
        lines.computeIfPresent(
                done.key(),
                (_, line) -> {
                    line.removals.decrementAndGet();
                    if (fault != null && !line.sending) {
                        line.fault = fault;
                    }
                    return line.unlessDone();
                });
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        executor.shutdownNow();
    }
}
