package io.bridgehead.platform.events;

import io.bridgehead.platform.documents.Aggregates;
import io.bridgehead.platform.documents.PendingEvent;
import io.bridgehead.platform.documents.Unsent;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
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
    private final Semaphore room = new Semaphore(MOST_UNDER_WAY);
    private final ConcurrentMap<Key, CompletableFuture<Long>> underWay = new ConcurrentHashMap<>();
    private final BlockingQueue<Acknowledged> acknowledged = new LinkedBlockingQueue<>();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    private record Key(String collection, String id) {}

    private record Acknowledged(Unsent unsent, long sequence, CompletableFuture<Void> removed) {}

    public Outbox(Producer<String, byte[]> producer, EventSettings settings) {
        this.producer = producer;
        this.topic = settings.topic();
        this.source = URI.create("/bridgehead/" + settings.service());
        executor.execute(this::removeAcknowledged);
    }

    /// Takes the events over and returns at once. Whatever then fails, they are still in their
    /// document, and the sweep finds them.
    public void offer(Unsent unsent) {
        if (room.tryAcquire()) {
            var _ = send(unsent);
        }
    }

    /// For the sweep: waits for room, and leaves alone what is under way.
    ///
    /// @return done when the events are sent and out of their document
    CompletableFuture<Void> offerIfIdle(Unsent unsent) throws InterruptedException {
        if (underWay.containsKey(keyOf(unsent))) {
            return CompletableFuture.completedFuture(null);
        }
        room.acquire();
        return send(unsent);
    }

    private CompletableFuture<Void> send(Unsent unsent) {
        Key key = keyOf(unsent);
        CompletableFuture<Void> removed = new CompletableFuture<>();
        CompletableFuture<Long> mine = underWay.compute(key, (_, before) -> after(before, unsent));
        // A document stays under way until its events are out of it: what is written to it
        // meanwhile
        // still shows them, and they need not be sent again.
        var _ =
                removed.whenComplete((_, _) -> {
                    underWay.remove(key, mine);
                    room.release();
                });
        var _ =
                mine.whenComplete((sequence, fault) -> {
                    if (fault == null) {
                        acknowledged.add(new Acknowledged(unsent, sequence, removed));
                        return;
                    }
                    log.warn(
                            "events of {} in {} were not sent and wait for the sweep: {}",
                            key.id(),
                            key.collection(),
                            fault.toString());
                    removed.completeExceptionally(fault);
                });
        return removed;
    }

    /// Sends of one document follow one another. What the one before has had acknowledged is not
    /// sent again; when it failed, all is sent again from the head.
    private CompletableFuture<Long> after(@Nullable CompletableFuture<Long> before, Unsent unsent) {
        CompletableFuture<Long> start =
                before == null
                        ? CompletableFuture.completedFuture(0L)
                        : before.exceptionally(_ -> 0L);
        CompletableFuture<Long> tail = start;
        for (PendingEvent event : unsent.events()) {
            tail =
                    tail.thenComposeAsync(
                            sent ->
                                    event.sequence() <= sent
                                            ? CompletableFuture.completedFuture(sent)
                                            : send(unsent.id(), event),
                            executor);
        }
        return tail;
    }

    private CompletableFuture<Long> send(String id, PendingEvent event) {
        CompletableFuture<Long> acknowledgement = new CompletableFuture<>();
        var _ =
                producer.send(
                        CloudEvents.write(topic, source, id, event),
                        (_, fault) -> {
                            if (fault == null) {
                                acknowledgement.complete(event.sequence());
                            } else {
                                acknowledgement.completeExceptionally(fault);
                            }
                        });
        return acknowledgement;
    }

    private void removeAcknowledged() {
        List<Acknowledged> batch = new ArrayList<>();
        try {
            while (true) {
                batch.add(acknowledged.take());
                acknowledged.drainTo(batch, REMOVED_AT_ONCE - 1);
                remove(batch);
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(List<Acknowledged> batch) {
        Map<Aggregates<?, ?>, Map<String, Long>> byCollection = new HashMap<>();
        for (Acknowledged done : batch) {
            byCollection
                    .computeIfAbsent(done.unsent().aggregates(), _ -> new HashMap<>())
                    .merge(done.unsent().id(), done.sequence(), Math::max);
        }
        try {
            byCollection.forEach(Aggregates::removeSent);
            batch.forEach(done -> done.removed().complete(null));
        } catch (RuntimeException e) {
            // They stay in their documents, and are sent once more: a repeat, no loss.
            log.warn("sent events could not be taken out of their documents: {}", e.toString());
            batch.forEach(done -> done.removed().completeExceptionally(e));
        }
    }

    private static Key keyOf(Unsent unsent) {
        return new Key(unsent.aggregates().name(), unsent.id());
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        executor.shutdownNow();
    }
}
