package io.bridgehead.platform.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/// Runs a service's broadcasts while the service runs.
final class Broadcasts implements SmartLifecycle {

    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(10);

    private final List<Broadcast> broadcasts;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Admin admin;
    private final List<Running> running = new ArrayList<>();

    private record Running(BroadcastLoop loop, Thread thread) {}

    Broadcasts(
            List<Broadcast> broadcasts, Supplier<Consumer<String, byte[]>> consumers, Admin admin) {
        this.broadcasts = List.copyOf(broadcasts);
        this.consumers = consumers;
        this.admin = admin;
    }

    /// As the subscriptions, before the web server.
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }

    @Override
    public synchronized void start() {
        for (Broadcast broadcast : broadcasts) {
            BroadcastLoop loop = new BroadcastLoop(broadcast, consumers, admin);
            Thread thread = Thread.ofPlatform().name("broadcast-" + broadcast.name()).start(loop);
            running.add(new Running(loop, thread));
        }
    }

    @Override
    public synchronized void stop() {
        running.forEach(each -> each.loop().stop());
        try {
            for (Running each : running) {
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

    synchronized boolean connected() {
        return running.stream().allMatch(each -> each.loop().connected());
    }
}
