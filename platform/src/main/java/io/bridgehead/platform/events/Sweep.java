package io.bridgehead.platform.events;

import io.bridgehead.platform.documents.Aggregates;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.Unsent;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Finds the events that whoever wrote them did not send, because it died, was paused, or the broker
/// was away, and sends them.
final class Sweep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Sweep.class);

    private static final int AT_ONCE = 1_000;

    /// Longer than the producer's own delivery time-out.
    private static final long MOST_SECONDS_A_BATCH = 40;

    private final Documents documents;
    private final Outbox outbox;
    private final EventSettings settings;
    private final Clock clock;
    private volatile Thread thread = new Thread();

    Sweep(Documents documents, Outbox outbox, EventSettings settings, Clock clock) {
        this.documents = documents;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start() {
        documents.aggregates().forEach(Aggregates::indexPending);
        thread = Thread.ofVirtual().name("sweep").start(this::run);
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(settings.sweepEvery());
                for (Aggregates<?, ?> aggregates : documents.aggregates()) {
                    sweep(aggregates);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// What fails is tried again by the next sweep, and keeps no other collection waiting.
    private void sweep(Aggregates<?, ?> aggregates) throws InterruptedException {
        try {
            List<CompletableFuture<Void>> sends;
            do {
                Instant waitingSince = clock.instant().minus(settings.sweepAfter());
                sends = new ArrayList<>();
                for (Unsent unsent : aggregates.unsent(waitingSince, AT_ONCE)) {
                    sends.add(outbox.offerIfIdle(unsent));
                }
                CompletableFuture.allOf(sends.toArray(CompletableFuture[]::new))
                        .get(MOST_SECONDS_A_BATCH, TimeUnit.SECONDS);
            } while (sends.size() == AT_ONCE);
        } catch (RuntimeException | Error | ExecutionException | TimeoutException e) {
            log.warn("the sweep of {} was cut short: {}", aggregates.name(), e.toString());
        }
    }

    @Override
    public void stop() {
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }
}
