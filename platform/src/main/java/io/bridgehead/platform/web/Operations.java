package io.bridgehead.platform.web;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.Indexes;
import io.bridgehead.platform.documents.Aggregates;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.Faults;
import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.documents.Transition;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.web.Operation.State;
import io.bridgehead.platform.web.OperationRun.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// A service's long work: asked for by a request, done by whichever instance is free, watched and
/// cancelled from any.
///
/// An instance that works on an operation says so every few seconds in the operation's document. When
/// it falls silent, because it died or was paused, another begins the work anew; every step is a
/// command with an id of its own, so that what was done is found done.
public final class Operations implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Operations.class);

    private static final String KIND = "state.operation.kind";
    private static final String ABOUT = "state.operation.about.";

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration TELL_EVERY = Duration.ofMillis(250);
    private static final Duration TIDY_EVERY = Duration.ofMinutes(10);

    /// Inputs this old belong to operations that have begun, or to none.
    private static final Duration INPUT_WITHOUT_OPERATION = Duration.ofHours(1);

    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private static final Duration WATCHED_AT_MOST = Duration.ofHours(1);

    private final Aggregates<Stored, Nothing> operations;
    private final OperationInputs inputs;
    private final Map<String, OperationWork> works;
    private final OperationSettings settings;
    private final Clock clock;
    private final Semaphore free;
    private final Semaphore asked = new Semaphore(0);
    private final Map<String, OperationRun> running = new ConcurrentHashMap<>();
    private volatile @Nullable Thread looking;
    private volatile boolean stopping;

    /// Operations tell nobody outside the service.
    private record Nothing() {}

    /// An operation as its document keeps it.
    ///
    /// @param cancelling its owner has cancelled it, and whoever works on it is to notice
    /// @param runs how often work on it has begun
    /// @param holder the run that works on it, a new name each time
    /// @param dueAt when someone may begin it, or begin it anew; null once it has ended
    public record Stored(
            Operation operation,
            boolean cancelling,
            int runs,
            @Nullable String holder,
            @Nullable Instant dueAt) {

        boolean isDue(Instant now) {
            return dueAt != null && !dueAt.isAfter(now);
        }

        boolean isHeldBy(String run) {
            return run.equals(holder) && dueAt != null;
        }

        Stored heldBy(String run, Instant until) {
            Operation afresh = with(operation, State.RUNNING, 0, 0, List.of(), null, null);
            return new Stored(afresh, cancelling, runs + 1, run, until);
        }

        Stored told(Progress progress, Instant until) {
            return new Stored(told(progress), cancelling, runs, holder, until);
        }

        /// For another run, or the same instance, to begin anew.
        Stored leftUntil(Instant then, int withRuns) {
            return new Stored(operation, cancelling, withRuns, null, then);
        }

        Stored cancelled() {
            return new Stored(operation, true, runs, holder, dueAt);
        }

        Stored ended(State state, Progress progress, Instant now, @Nullable String failure) {
            Operation ended =
                    with(
                            operation,
                            state,
                            progress.done(),
                            progress.total(),
                            progress.findings(),
                            now,
                            failure);
            return new Stored(ended, cancelling, runs, null, null);
        }

        private Operation told(Progress progress) {
            return with(
                    operation,
                    State.RUNNING,
                    progress.done(),
                    progress.total(),
                    progress.findings(),
                    null,
                    null);
        }

        private static Operation with(
                Operation before,
                State state,
                int done,
                int total,
                List<Finding> findings,
                @Nullable Instant finishedAt,
                @Nullable String failure) {
            return new Operation(
                    before.id(),
                    before.kind(),
                    state,
                    done,
                    total,
                    findings,
                    before.about(),
                    before.owner(),
                    before.startedAt(),
                    finishedAt,
                    failure);
        }
    }

    Operations(
            Documents documents,
            OperationInputs inputs,
            List<OperationWork> works,
            OperationSettings settings,
            Clock clock) {
        this.operations =
                documents.aggregates(
                        "operations",
                        Stored.class,
                        (_, _, _) -> {
                            throw new IllegalStateException("operations have no events");
                        });
        this.inputs = inputs;
        this.works =
                works.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        OperationWork::kind, Function.identity()));
        this.settings = settings;
        this.clock = clock;
        this.free = new Semaphore(settings.atOnce());
    }

    /// Takes the work over; it begins at once where an instance is free. The same command again finds
    /// the operation that it started.
    ///
    /// @param kind of an [OperationWork] of this service
    /// @param about what the work concerns, by the feature's own names; nothing personal
    /// @param input what it works on; encrypted until the work ends, and destroyed then
    public Operation start(
            String kind, CommandId command, Caller owner, Map<String, String> about, byte[] input) {
        if (!works.containsKey(kind)) {
            throw new IllegalArgumentException("nobody does work of the kind " + kind);
        }
        String id = command.idOf("operation");
        Optional<Versioned<Stored>> before = operations.find(id);
        if (before.isPresent()) {
            return before.get().state().operation();
        }
        inputs.keep(id, input);
        Instant now = clock.instant();
        Operation operation =
                new Operation(
                        id,
                        kind,
                        State.RUNNING,
                        0,
                        0,
                        List.of(),
                        about,
                        owner.subject(),
                        now,
                        null,
                        null);
        Stored started = new Stored(operation, false, 0, null, now);
        Versioned<Stored> stored =
                operations.create(id, command, new Transition<>(started, List.of()));
        asked.release();
        return stored.state().operation();
    }

    /// @throws io.bridgehead.platform.documents.DocumentMissing when there is none
    public Operation get(String id) {
        return operations.get(id).state().operation();
    }

    /// The operations of one kind that concern one thing.
    ///
    /// @param name one that the kind's work is [OperationWork#listedBy]
    public Page<Operation> page(String kind, String name, String value, PageQuery page) {
        return operations
                .page(and(eq(KIND, kind), eq(ABOUT + name, value)), page)
                .map(stored -> stored.state().operation());
    }

    /// Ends the work after the step that it is at: soon after this, not at once. Work that has ended
    /// stays as it ended.
    public void cancel(String id) {
        change(id, stored -> stored.dueAt() == null ? stored : stored.cancelled());
        OperationRun here = running.get(id);
        if (here != null) {
            here.stop();
        }
    }

    /// The operation as it is now and whenever it has changed, as server-sent events named `progress`,
    /// until it ends.
    public SseEmitter progress(String id) {
        return EventStream.of(
                "progress-" + id,
                new Watched(get(id)),
                clock.instant().plus(WATCHED_AT_MOST),
                clock);
    }

    /// Looks whether the operation has changed, some times a second.
    private final class Watched implements EventStream.Source {

        private Operation now;
        private boolean told;

        Watched(Operation first) {
            this.now = first;
        }

        @Override
        public EventStream.@Nullable Message next(Duration longest) throws InterruptedException {
            if (told) {
                Thread.sleep(TELL_EVERY.compareTo(longest) < 0 ? TELL_EVERY : longest);
                Operation later = get(now.id());
                if (later.equals(now)) {
                    return null;
                }
                now = later;
            }
            told = true;
            return new EventStream.Message(null, "progress", now);
        }

        @Override
        public boolean ended() {
            return told && (stopping || now.state() != State.RUNNING);
        }
    }

    // --- doing the work

    @Override
    public void start() {
        operations.index(Indexes.ascending("state.dueAt"));
        works.values().stream()
                .flatMap(work -> work.listedBy().stream())
                .distinct()
                .forEach(name -> operations.index(Indexes.ascending(ABOUT + name, "_id")));
        inputs.index();
        stopping = false;
        looking = Thread.ofVirtual().name("operations").start(this::look);
    }

    private void look() {
        Instant tidyAt = clock.instant();
        try {
            while (!stopping) {
                try {
                    if (tidyAt.isBefore(clock.instant())) {
                        tidyAt = clock.instant().plus(TIDY_EVERY);
                        tidy();
                    }
                    takeUp();
                } catch (RuntimeException e) {
                    log.warn("looking for operations is tried again: {}", e.toString());
                }
                if (asked.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                    asked.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeUp() {
        if (works.isEmpty()) {
            return;
        }
        List<Versioned<Stored>> due =
                operations.find(
                        and(lte("state.dueAt", clock.instant()), in(KIND, works.keySet())),
                        settings.atOnce());
        for (Versioned<Stored> one : due) {
            if (stopping || !free.tryAcquire()) {
                return;
            }
            boolean begun = false;
            try {
                begun = begin(one.id());
            } finally {
                if (!begun) {
                    free.release();
                }
            }
        }
    }

    /// @return false when another run has it
    private boolean begin(String id) {
        String run = CommandId.newId();
        Stored stored =
                change(
                        id,
                        before ->
                                before.isDue(clock.instant())
                                        ? before.heldBy(run, leaseEnd())
                                        : before);
        if (!stored.isHeldBy(run)) {
            return false;
        }
        Thread.ofVirtual()
                .name("operation-" + id)
                .start(() -> {
                    try {
                        work(id, run, stored);
                    } catch (RuntimeException e) {
                        // Its lease ends, and it begins anew.
                        log.warn("operation {} was left as it is: {}", id, e.toString());
                    } finally {
                        running.remove(id);
                        free.release();
                        asked.release();
                    }
                });
        return true;
    }

    private void work(String id, String run, Stored stored) {
        Progress none = new Progress(0, 0, List.of());
        if (stored.cancelling()) {
            end(id, run, State.CANCELLED, none, null);
            return;
        }
        if (stored.runs() > settings.runs()) {
            log.error("operation {} was begun {} times and never ended", id, settings.runs());
            end(id, run, State.FAILED, none, "given-up");
            return;
        }
        OperationRun mine = new OperationRun(stored.operation(), inputs.get(id));
        running.put(id, mine);
        if (stopping) {
            mine.stop();
        }
        Exception fault = null;
        CountDownLatch over = new CountDownLatch(1);
        Thread telling =
                Thread.ofVirtual().name("telling-" + id).start(() -> tell(id, run, mine, over));
        try {
            Objects.requireNonNull(works.get(stored.operation().kind())).run(mine);
        } catch (Exception e) {
            fault = e;
        } finally {
            over.countDown();
            await(telling);
        }
        conclude(id, run, mine, fault);
    }

    private void conclude(String id, String run, OperationRun mine, @Nullable Exception fault) {
        Progress progress = mine.progress();
        if (fault != null && Faults.mayPass(fault)) {
            log.warn("operation {} begins anew after a passing fault: {}", id, fault.toString());
            leave(id, run, leaseEnd(), 0);
        } else if (fault instanceof WorkRefused refused && !mine.cutShort()) {
            end(id, run, State.FAILED, progress, refused.slug());
        } else if (fault != null && !mine.cutShort()) {
            log.error("operation {} failed", id, fault);
            end(id, run, State.FAILED, progress, "internal-error");
        } else if (!mine.cutShort()) {
            end(id, run, State.DONE, progress, null);
        } else if (operations.get(id).state().cancelling()) {
            end(id, run, State.CANCELLED, progress, null);
        } else {
            // This instance is stopping; that it did not end is no sign against the work.
            leave(id, run, clock.instant(), 1);
        }
    }

    /// Keeps what the run tells, renews the lease, and hears whether to stop.
    private void tell(String id, String run, OperationRun mine, CountDownLatch over) {
        Progress told = new Progress(0, 0, List.of());
        Duration renewAfter = settings.lease().dividedBy(3);
        Instant renewed = clock.instant();
        try {
            while (!over.await(TELL_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                Progress progress = mine.progress();
                if (progress.equals(told) && clock.instant().isBefore(renewed.plus(renewAfter))) {
                    continue;
                }
                try {
                    Stored after =
                            change(
                                    id,
                                    before ->
                                            before.isHeldBy(run)
                                                    ? before.told(progress, leaseEnd())
                                                    : before);
                    told = progress;
                    renewed = clock.instant();
                    if (!after.isHeldBy(run) || after.cancelling()) {
                        mine.stop();
                    }
                } catch (RuntimeException e) {
                    log.warn("progress of operation {} is kept later: {}", id, e.toString());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(Thread telling) {
        try {
            telling.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(
            String id, String run, State state, Progress progress, @Nullable String failure) {
        Stored after =
                change(
                        id,
                        before ->
                                before.isHeldBy(run)
                                        ? before.ended(state, progress, clock.instant(), failure)
                                        : before);
        if (after.dueAt() == null) {
            inputs.destroy(id);
        }
    }

    /// @param uncounted runs that do not count against the work
    private void leave(String id, String run, Instant until, int uncounted) {
        change(
                id,
                before ->
                        before.isHeldBy(run)
                                ? before.leftUntil(until, before.runs() - uncounted)
                                : before);
    }

    /// Inputs that were left behind: their operation has ended, or was never started.
    private void tidy() {
        Set<String> old = inputs.olderThan(INPUT_WITHOUT_OPERATION);
        for (String id : old) {
            boolean needed =
                    operations
                            .find(id)
                            .filter(stored -> stored.state().dueAt() != null)
                            .isPresent();
            if (!needed) {
                inputs.destroy(id);
            }
        }
    }

    private Stored change(String id, UnaryOperator<Stored> decision) {
        return operations
                .change(
                        id,
                        CommandId.random(),
                        before -> new Transition<>(decision.apply(before), List.of()))
                .state();
    }

    private Instant leaseEnd() {
        return clock.instant().plus(settings.lease());
    }

    /// Hands what is under way to other instances.
    @Override
    public void stop() {
        stopping = true;
        running.values().forEach(OperationRun::stop);
        asked.release();
        try {
            if (!free.tryAcquire(
                    settings.atOnce(), STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("{} are left in the midst of their work", running.keySet());
            } else {
                free.release(settings.atOnce());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return looking != null && !stopping;
    }
}
