package io.bridgehead.registration;

import com.mongodb.client.MongoDatabase;
import io.bridgehead.platform.documents.DocumentSettings;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.PendingEvent;
import io.bridgehead.platform.documents.Unsent;
import io.bridgehead.platform.testing.RealParts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/// The door to a database that no other test uses, on MongoDB's own engine, and what was left to be sent
/// by those who went through it.
public final class TestDocuments {

    private final MongoDatabase database = RealParts.freshDatabase();
    private final Queue<Unsent> unsent = new ConcurrentLinkedQueue<>();

    /// As another instance of the service has it.
    public Documents open() {
        return open(unsent::add);
    }

    /// @param outbox told of what each write left to be sent
    public Documents open(Consumer<Unsent> outbox) {
        return new Documents(
                database,
                new DocumentSettings(database.getName(), 10_000, Duration.ofSeconds(30)),
                Clock.tick(Clock.systemUTC(), Duration.ofMillis(1)),
                () -> null,
                outbox);
    }

    /// All that waits to be sent of one aggregate.
    public List<String> events(String id) {
        return unsent.stream()
                .filter(left -> left.id().equals(id))
                .reduce((_, last) -> last)
                .map(left -> left.events().stream().map(PendingEvent::type).toList())
                .orElse(List.of());
    }
}
