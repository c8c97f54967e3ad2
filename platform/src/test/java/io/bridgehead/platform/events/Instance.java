package io.bridgehead.platform.events;

import io.bridgehead.platform.documents.Aggregates;
import io.bridgehead.platform.documents.Announcer;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.Tally;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// One running instance of a service that counts, put together as Spring Boot would.
final class Instance implements AutoCloseable {

    static final String SERVICE = "counting";

    static {
        // Several tests at once, on a machine that may do other things as well.
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();

    private Instance(Place place) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "place",
                                Map.of(
                                        "spring.mongodb.uri", place.mongo(),
                                        "bridgehead.documents.database", place.database(),
                                        "bridgehead.events.bootstrap-servers", place.kafka(),
                                        "bridgehead.events.service", SERVICE,
                                        "bridgehead.events.topic", place.topic(),
                                        "bridgehead.events.sweep-every", "100ms",
                                        "bridgehead.events.sweep-after", "1s")));
        context.register(
                MongoAutoConfiguration.class,
                named("io.bridgehead.platform.documents.DocumentsAutoConfiguration"),
                EventsAutoConfiguration.class);
        context.registerBean("tallies", Aggregates.class, () -> tallies(get(Documents.class)));
    }

    static Aggregates<Tally, Tally.Counted> tallies(Documents documents) {
        Announcer<Tally, Tally.Counted> announcer = Tally::announce;
        return documents.aggregates("tallies", Tally.class, announcer);
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /// An instance that only writes.
    static Instance writing(Place place) {
        return new Instance(place).refreshed();
    }

    /// An instance that also listens.
    static Instance listening(Place place, Function<Documents, Subscription> subscription) {
        Instance instance = new Instance(place);
        instance.context.registerBean(
                Subscription.class, () -> subscription.apply(instance.get(Documents.class)));
        return instance.refreshed();
    }

    private Instance refreshed() {
        context.refresh();
        return this;
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @SuppressWarnings("unchecked")
    Aggregates<Tally, Tally.Counted> tallies() {
        return (Aggregates<Tally, Tally.Counted>) context.getBean("tallies");
    }

    void create(String id) {
        var _ = tallies().create(id, new CommandId("create-" + id), Tally.begin(1_000_000));
    }

    /// The aggregate's event `number + 1`: its creation is the first.
    void add(String id, int number) {
        var _ = tallies().change(id, new CommandId("add-" + id + "-" + number), Tally::add);
    }

    @Override
    public void close() {
        context.close();
    }
}
