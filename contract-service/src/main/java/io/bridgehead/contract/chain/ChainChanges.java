package io.bridgehead.contract.chain;

import io.bridgehead.contract.agreement.Agreement.Party;
import io.bridgehead.contract.agreement.Viewer;
import io.bridgehead.contract.chain.ChangeQueue.Waiting;
import io.bridgehead.contract.chain.RecentChanges.Change;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.Faults;
import io.bridgehead.platform.documents.View.Mark;
import io.bridgehead.platform.events.Broadcast.Heard;
import io.bridgehead.platform.events.Broadcast.Hearer;
import io.bridgehead.platform.events.Event;
import io.bridgehead.platform.events.Positions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Tells this instance's listeners of each chain that changes.
///
/// The broadcast says that something of a chain has moved. The view is filled by whichever instance has
/// the partition, so it is waited for; then the chain is read once, and told to everyone who may see it.
/// All of that is done by the broadcast's one thread: what is told of a chain is in order.
@Component
class ChainChanges implements Hearer, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ChainChanges.class);

    private static final String CHANGED = "chain";
    private static final String READY = "ready";
    private static final String RESET = "reset";
    private static final String NOTHING = "{}";

    /// Beyond it the topics are not read on: the view is far behind, or the database is away.
    private static final int MOST_WAITING = 5_000;

    private static final Duration DATABASE_AGAIN_AFTER = Duration.ofSeconds(1);

    private final Chains chains;
    private final ChainAnswers answers;
    private final JsonMapper json;
    private final ChangeSettings settings;

    private final AtomicInteger places = new AtomicInteger();
    private final Queue<Listener> joining = new ConcurrentLinkedQueue<>();
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private volatile boolean running;
    private volatile boolean reading;

    // --- of the broadcast's thread alone

    private @Nullable ChangeQueue queue;
    private @Nullable RecentChanges recent;
    private long generation;
    private long notBefore = System.nanoTime();

    /// An agreement's event, as far as it says which chain it is of.
    private record OfMeeting(String meeting) {}

    /// A chain as it is told.
    private record Told(ChainRecord chain, String text) {}

    ChainChanges(Chains chains, ChainAnswers answers, JsonMapper json, ChangeSettings settings) {
        this.chains = chains;
        this.answers = answers;
        this.json = json;
        this.settings = settings;
    }

    /// From now on the listener is told; the first is `ready`, or `reset` where it cannot be said what
    /// he has missed.
    ///
    /// @param lastEventId of what he was told last, by whichever instance; null when he is new
    /// @throws ChangesRejection when he cannot be told now
    Listener join(Viewer viewer, Listener.Interest interest, @Nullable String lastEventId) {
        if (!running || !reading) {
            throw new ChangesRejection.NotReading();
        }
        if (places.incrementAndGet() > settings.listeners()) {
            places.decrementAndGet();
            throw new ChangesRejection.TooManyListeners(settings.listeners());
        }
        Listener listener =
                new Listener(
                        viewer, interest, lastEventId, settings.queue(), places::decrementAndGet);
        joining.add(listener);
        if (!running) {
            listener.close();
        }
        return listener;
    }

    @Override
    public void begin(Positions from) {
        ChangeQueue fresh = new ChangeQueue(from);
        queue = fresh;
        recent = new RecentChanges(settings.kept(), from);
        generation = chains.records.generation();
        reset(from);
        reading = true;
    }

    @Override
    public boolean hasRoom() {
        return Objects.requireNonNull(queue).size() < MOST_WAITING;
    }

    @Override
    public void hear(List<Heard> heard) {
        ChangeQueue waiting = Objects.requireNonNull(queue);
        heard.forEach(each -> take(each, waiting));
        listeners.removeIf(Listener::isClosed);
        if (System.nanoTime() - notBefore < 0) {
            return;
        }
        try {
            tell(waiting, Objects.requireNonNull(recent));
            welcome(waiting.reached(), Objects.requireNonNull(recent));
        } catch (RuntimeException e) {
            if (!Faults.mayPass(e)) {
                throw e;
            }
            log.warn("changes are told later: {}", e.toString());
            notBefore = System.nanoTime() + DATABASE_AGAIN_AFTER.toNanos();
        }
    }

    private static void take(Heard heard, ChangeQueue waiting) {
        Event<byte[]> event = heard.event();
        Optional<String> chain = event == null ? Optional.empty() : chainOf(event);
        if (event != null && isOfDelegate(event)) {
            Mark mark = new Mark(event.subject(), event.subject(), event.sequence());
            waiting.add(new Waiting(heard.partition(), heard.offset(), mark, true));
        } else if (event != null && chain.isPresent()) {
            Mark mark = new Mark(chain.get(), event.subject(), event.sequence());
            waiting.add(new Waiting(heard.partition(), heard.offset(), mark, false));
        } else {
            waiting.pass(heard.partition(), heard.offset());
        }
    }

    private static boolean isOfDelegate(Event<?> event) {
        return event.type().startsWith("delegate.");
    }

    /// @return nothing for what the view cannot read either
    private static Optional<String> chainOf(Event<byte[]> event) {
        if (!event.type().startsWith("agreement.") && !event.type().startsWith("signature.")) {
            return Optional.of(event.subject());
        }
        try {
            return Optional.ofNullable(
                    Documents.EVENT_JSON.readValue(event.data(), OfMeeting.class).meeting());
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    // --- what has changed

    private void tell(ChangeQueue waiting, RecentChanges kept) {
        long answering = chains.records.generation();
        if (answering != generation) {
            // While it was built, the one that answered stood still.
            generation = answering;
            reset(waiting.reached());
        }
        List<Waiting> ready = ready(waiting.waiting());
        if (ready.isEmpty()) {
            reach(waiting.reached());
            return;
        }
        Map<Waiting, Set<String>> changed = chainsOf(ready);
        Map<String, List<Waiting>> causes = new LinkedHashMap<>();
        changed.forEach((event, ids) ->
                ids.forEach(id -> causes.computeIfAbsent(id, _ -> new ArrayList<>()).add(event)));
        List<Told> told = listeners.isEmpty() ? List.of() : read(causes.keySet());

        Positions before = waiting.reached();
        Positions after = waiting.told(ready);
        changed.forEach((event, ids) -> {
            if (!ids.isEmpty()) {
                kept.add(new Change(event.partition(), event.offset(), ids));
            }
        });
        for (Listener listener : listeners) {
            tell(
                    listener,
                    told.stream()
                            .filter(each ->
                                    isNews(
                                            listener,
                                            causes.getOrDefault(each.chain().id(), List.of())))
                            .toList(),
                    before,
                    after);
        }
        reach(after);
    }

    /// Only the last one says that all is told: whoever breaks off before it is told them again.
    private static void tell(
            Listener listener, List<Told> told, Positions before, Positions after) {
        List<Told> his = told.stream().filter(each -> listener.isToHearOf(each.chain())).toList();
        for (Iterator<Told> rest = his.iterator(); rest.hasNext(); ) {
            Told next = rest.next();
            Positions at = rest.hasNext() ? before : after;
            listener.tell(CHANGED, next.text(), listener.at(at).toString());
        }
    }

    private static boolean isNews(Listener listener, List<Waiting> causes) {
        return causes.stream()
                .anyMatch(event -> listener.hasNotHeard(event.partition(), event.offset()));
    }

    private void reach(Positions told) {
        for (Listener listener : listeners) {
            listener.reach(listener.at(told).toString());
        }
    }

    /// What the view has applied, or did not in all that time.
    private List<Waiting> ready(List<Waiting> waiting) {
        if (waiting.isEmpty()) {
            return List.of();
        }
        Set<Mark> left = new HashSet<>();
        left.addAll(chains.records.notYetApplied(marks(waiting, false)));
        left.addAll(chains.delegates.notYetApplied(marks(waiting, true)));
        return waiting.stream()
                .filter(event ->
                        !left.contains(event.mark())
                                || event.isOlderThan(settings.patience().toNanos()))
                .toList();
    }

    private static List<Mark> marks(List<Waiting> waiting, boolean ofDelegates) {
        return waiting.stream()
                .filter(event -> event.isOfDelegate() == ofDelegates)
                .map(Waiting::mark)
                .toList();
    }

    private Map<Waiting, Set<String>> chainsOf(List<Waiting> events) {
        List<String> delegates = marks(events, true).stream().map(Mark::id).distinct().toList();
        Map<String, Set<String>> byDelegate = new HashMap<>();
        for (ChainRecord chain : chains.of(delegates)) {
            for (Party party : chain.parties()) {
                byDelegate.computeIfAbsent(party.delegate(), _ -> new HashSet<>()).add(chain.id());
            }
        }
        Map<Waiting, Set<String>> found = new LinkedHashMap<>();
        for (Waiting event : events) {
            String id = event.mark().id();
            found.put(
                    event,
                    event.isOfDelegate() ? byDelegate.getOrDefault(id, Set.of()) : Set.of(id));
        }
        return found;
    }

    private List<Told> read(Collection<String> ids) {
        return chains.all(ids).stream().map(this::told).flatMap(Optional::stream).toList();
    }

    /// What cannot be shown (a name whose key is nowhere) must not keep the others from being told.
    private Optional<Told> told(Chain chain) {
        try {
            String text = json.writeValueAsString(answers.answer(chain));
            return Optional.of(new Told(chain.kept(), text));
        } catch (RuntimeException e) {
            if (Faults.mayPass(e)) {
                throw e;
            }
            log.error("the change of chain {} cannot be told", chain.kept().id(), e);
            return Optional.empty();
        }
    }

    // --- who listens

    private void reset(Positions from) {
        for (Listener listener : listeners) {
            listener.startFrom(from);
            listener.tell(RESET, NOTHING, from.toString());
        }
    }

    private void welcome(Positions reached, RecentChanges kept) {
        for (Listener next = joining.peek(); next != null; next = joining.peek()) {
            if (!next.isClosed()) {
                welcome(next, reached, kept);
                listeners.add(next);
            }
            joining.remove(next);
        }
    }

    private void welcome(Listener listener, Positions reached, RecentChanges kept) {
        String id = listener.lastEventId();
        if (id == null) {
            listener.startFrom(reached);
            listener.tell(READY, NOTHING, reached.toString());
            return;
        }
        Optional<Positions> before = reached.read(id);
        Optional<Set<String>> missed = before.flatMap(kept::since);
        if (before.isEmpty() || missed.isEmpty() || missed.get().size() >= settings.queue()) {
            listener.startFrom(reached);
            listener.tell(RESET, NOTHING, reached.toString());
            return;
        }
        List<Told> told = read(missed.get());
        listener.startFrom(before.get());
        listener.tell(READY, NOTHING, id);
        tell(listener, told, before.get(), reached);
    }

    // --- as long as the application runs

    @Override
    public void start() {
        running = true;
    }

    /// Before the web server, which waits for the answers that are under way.
    @Override
    public void stop() {
        running = false;
        listeners.forEach(Listener::close);
        joining.forEach(Listener::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
