package io.bridgehead.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Starts what does not run yet, everything at once as far as the parts allow.
final class StartUp {

    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration PATIENCE_WITH_RUNNING = Duration.ofMinutes(1);

    private final RunFolder running;
    private final Progress progress;
    private final Set<String> waitedFor = Collections.synchronizedSet(new LinkedHashSet<>());
    private final Set<String> answered = Collections.synchronizedSet(new LinkedHashSet<>());

    StartUp(RunFolder running, Progress progress) {
        this.running = running;
        this.progress = progress;
    }

    /// @param parts each after those that it needs
    /// @throws StackException of the first that cannot be started or does not answer; the others are
    ///     left as they are then
    void start(List<Part> parts) {
        requireFreePorts(parts);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, CompletableFuture<Void>> started = new LinkedHashMap<>();
            CompletableFuture<Void> failed = new CompletableFuture<>();
            for (Part part : parts) {
                CompletableFuture<?>[] needed =
                        part.after().stream()
                                .map(started::get)
                                .toArray(CompletableFuture<?>[]::new);
                CompletableFuture<Void> one =
                        CompletableFuture.allOf(needed).thenRunAsync(() -> start(part), threads);
                started.put(part.name(), one);
                one.exceptionally(fault -> {
                    failed.completeExceptionally(fault);
                    return null;
                });
            }
            CompletableFuture<Void> all =
                    CompletableFuture.allOf(started.values().toArray(CompletableFuture<?>[]::new));
            try {
                await(CompletableFuture.anyOf(all, failed));
            } catch (StackException e) {
                threads.shutdownNow();
                throw e;
            }
        }
    }

    /// All of them before the first is started: nothing is worse than half a system.
    private void requireFreePorts(List<Part> parts) {
        List<String> taken = new ArrayList<>();
        Map<Integer, String> given = new HashMap<>();
        for (Part part : parts) {
            String other = given.putIfAbsent(part.port(), part.name());
            if (other != null) {
                taken.add(Ports.twice(part.port(), other, part.name()));
            } else if (running.alive(part.name()).isEmpty() && Ports.answers(part.port())) {
                taken.add(Ports.taken(part.name(), part.port()));
            }
        }
        if (!taken.isEmpty()) {
            throw new StackException(String.join("\n", taken));
        }
    }

    private void await(CompletableFuture<?> end) {
        while (true) {
            try {
                end.get(SILENCE.toSeconds(), TimeUnit.SECONDS);
                requireAlive();
                return;
            } catch (TimeoutException e) {
                requireAlive();
                progress.say("waiting for " + String.join(", ", List.copyOf(waitedFor)));
            } catch (ExecutionException e) {
                Throwable cause = e.getCause();
                while (cause instanceof CompletionException && cause.getCause() != null) {
                    cause = cause.getCause();
                }
                throw cause instanceof StackException known
                        ? known
                        : new StackException(String.valueOf(cause), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StackException("interrupted while starting", e);
            }
        }
    }

    /// What answered may have died since, and others would wait for it in vain.
    private void requireAlive() {
        for (String name : List.copyOf(answered)) {
            running.find(name).ifPresent(RunningPart::requireAlive);
        }
    }

    private void start(Part part) {
        waitedFor.add(part.name());
        Optional<RunningPart> alive = running.alive(part.name());
        if (alive.isPresent()) {
            awaitAnswer(part, alive.get());
            progress.say("%-22s runs already".formatted(part.name()));
        } else {
            Launch launch = part.prepare().launch(said -> progress.say(part.name() + ": " + said));
            Daemon daemon;
            synchronized (this) {
                daemon = Daemon.detached(launch);
                running.remember(RunningPart.of(launch, daemon.process().toHandle()));
            }
            daemon.awaitReady();
            progress.say("%-22s %s".formatted(part.name(), launch.address()));
        }
        waitedFor.remove(part.name());
        answered.add(part.name());
    }

    private static void awaitAnswer(Part part, RunningPart alive) {
        long deadline = System.nanoTime() + PATIENCE_WITH_RUNNING.toNanos();
        while (!part.ready().getAsBoolean()) {
            alive.requireAlive();
            if (System.nanoTime() > deadline) {
                throw new StackException(
                        "%s runs, but does not answer. Look: ./bridgehead logs %s; then ./bridgehead down, and up again."
                                .formatted(part.name(), part.name()));
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StackException(part.name() + ": interrupted while waiting", e);
            }
        }
    }
}
