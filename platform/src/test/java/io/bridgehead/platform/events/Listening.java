package io.bridgehead.platform.events;

import static org.awaitility.Awaitility.await;

import io.bridgehead.platform.documents.PendingEvent;
import io.bridgehead.platform.documents.View;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/// A subscription that notes in a view what it heard of each aggregate, in the order in which it heard
/// it; and a producer that can write what no service of ours would.
final class Listening implements AutoCloseable {

    static final String SUBSCRIPTION = "tallies";
    static final String TYPE = "tally.counted.v1";

    private final Place place;
    private final KafkaProducer<String, byte[]> producer;
    private final AtomicInteger handled = new AtomicInteger();
    private volatile Consumer<Event<Heard>> before = _ -> {};

    Listening(Place place) {
        this.place = place;
        this.producer = Wire.producer(place);
    }

    /// The consumer's own record of what is counted.
    public record Heard(int to) {}

    public record Noted(List<Integer> heard) {}

    /// One instance's ear: its view, which it reads and fills.
    record Ear(Instance instance, View<Noted> view) implements AutoCloseable {

        List<Integer> heard(String id) {
            return view.find(id).map(Noted::heard).orElse(List.of());
        }

        ParkedEvents parked() {
            return instance.get(ParkedEvents.class);
        }

        Subscriptions subscriptions() {
            return instance.get(Subscriptions.class);
        }

        /// Once it has its partitions.
        Ear connected() {
            await().until(() -> subscriptions().connected());
            return this;
        }

        @Override
        public void close() {
            instance.close();
        }
    }

    /// @param doing what the handler does before it notes the event
    void before(Consumer<Event<Heard>> doing) {
        before = doing;
    }

    /// How often an event was handed to a handler.
    int handled() {
        return handled.get();
    }

    Ear start() {
        return start(place).connected();
    }

    /// An instance that may not find its broker.
    Ear start(Place as) {
        List<View<Noted>> views = new ArrayList<>();
        Instance instance =
                Instance.listening(
                        as,
                        documents -> {
                            View<Noted> view = documents.view("noted", Noted.class);
                            views.add(view);
                            return noting(as.topic(), view);
                        });
        return new Ear(instance, views.getFirst());
    }

    Subscription noting(String topic, View<Noted> view) {
        return Subscription.to(SUBSCRIPTION, topic)
                .filling(view)
                .on(
                        TYPE,
                        Heard.class,
                        event -> {
                            handled.incrementAndGet();
                            before.accept(event);
                            note(view, event);
                        })
                .build();
    }

    static void note(View<Noted> view, Event<Heard> event) {
        view.apply(event.subject(), event.subject(), event.sequence(), noted -> with(noted, event));
    }

    private static Noted with(@Nullable Noted noted, Event<Heard> event) {
        List<Integer> heard = noted == null ? new ArrayList<>() : new ArrayList<>(noted.heard());
        heard.add(event.data().to());
        return new Noted(heard);
    }

    /// Writes an event that counts to its own sequence.
    void send(String subject, long sequence) {
        send(subject, sequence, "{\"to\":" + sequence + "}");
    }

    void send(String subject, long sequence, String data) {
        send(
                CloudEvents.write(
                        place.topic(),
                        URI.create("/bridgehead/test"),
                        subject,
                        new PendingEvent(
                                subject + "-" + sequence,
                                sequence,
                                TYPE,
                                Instant.now(),
                                Set.of("qz"),
                                null,
                                data)));
    }

    void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// An id whose events go to the same partition as those of another.
    static String besides(String id) {
        for (int i = 0; ; i++) {
            if (partition("other" + i) == partition(id)) {
                return "other" + i;
            }
        }
    }

    private static int partition(String id) {
        return Utils.toPositive(Utils.murmur2(Utils.utf8(id))) % Topics.PARTITIONS;
    }

    @Override
    public void close() {
        producer.close();
    }
}
