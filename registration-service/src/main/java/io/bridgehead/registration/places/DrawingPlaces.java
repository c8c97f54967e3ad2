package io.bridgehead.registration.places;

import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Transition;
import io.bridgehead.registration.edition.GuestKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Takes places and gives them back; what came of it is told by events.
///
/// All requests for an edition write the same document. Those that arrive while one is being written go
/// into the next write together, so that many at once do not push each other aside. They need no
/// command ids of their own: a delegate draws once and leaves once, and [Places] knows who did.
@Service
public class DrawingPlaces {

    private static final int MOST_TOGETHER = 100;

    private final PlacesByEdition places;
    private final ConcurrentMap<String, Counter> counters = new ConcurrentHashMap<>();

    DrawingPlaces(PlacesByEdition places) {
        this.places = places;
    }

    public void draw(String edition, String delegate, String city, GuestKind kind) {
        counter(edition).serve(all -> all.draw(delegate, city, kind));
    }

    public void release(String edition, String delegate) {
        counter(edition).serve(all -> all.release(delegate));
    }

    private Counter counter(String edition) {
        return counters.computeIfAbsent(edition, Counter::new);
    }

    /// Where this instance's requests for one edition queue. Whoever is at the front serves those behind.
    private final class Counter {

        private final String edition;
        private final Lock front = new ReentrantLock();
        private final Queue<Request> queue = new ConcurrentLinkedQueue<>();

        Counter(String edition) {
            this.edition = edition;
        }

        void serve(Function<Places, Transition<Places, PlacesEvent>> decision) {
            Request mine = new Request(decision);
            queue.add(mine);
            front.lock();
            try {
                while (!mine.served) {
                    serve(nextTogether());
                }
            } finally {
                front.unlock();
            }
            mine.complain();
        }

        private List<Request> nextTogether() {
            // room for all of them: nothing may go wrong between the queue and the list
            List<Request> together = new ArrayList<>(MOST_TOGETHER);
            Request next = queue.poll();
            while (next != null) {
                together.add(next);
                next = together.size() < MOST_TOGETHER ? queue.poll() : null;
            }
            return together;
        }

        /// Whatever goes wrong, an [Error] too, goes wrong for all of them: whoever is left unserved would
        /// wait for ever for an answer that nobody gives.
        private void serve(List<Request> together) {
            Throwable fault = null;
            try {
                places.change(edition, CommandId.random(), all -> decide(all, together));
            } catch (RuntimeException | Error e) {
                fault = e;
            } finally {
                for (Request request : together) {
                    request.fault = fault;
                    request.served = true;
                }
            }
        }

        private static Transition<Places, PlacesEvent> decide(Places all, List<Request> together) {
            Places after = all;
            List<PlacesEvent> events = new ArrayList<>();
            for (Request request : together) {
                Transition<Places, PlacesEvent> step = request.decision.apply(after);
                after = step.state();
                events.addAll(step.events());
            }
            return new Transition<>(after, events);
        }
    }

    /// Written and read by whoever is at the front only.
    private static final class Request {

        private final Function<Places, Transition<Places, PlacesEvent>> decision;
        private boolean served;
        private @Nullable Throwable fault;

        Request(Function<Places, Transition<Places, PlacesEvent>> decision) {
            this.decision = decision;
        }

        private void complain() {
            switch (fault) {
                case null -> {}
                case RuntimeException known -> throw known;
                case Error grave -> throw grave;
                default -> throw new IllegalStateException(fault);
            }
        }
    }
}
