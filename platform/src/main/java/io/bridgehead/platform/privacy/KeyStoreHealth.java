package io.bridgehead.platform.privacy;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/// The key store answers. Without it, nothing personal can be taken in or shown.
final class KeyStoreHealth extends AbstractHealthIndicator {

    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private final MongoDatabase database;

    KeyStoreHealth(KeyStoreConnection connection) {
        super("the key store does not answer");
        this.database =
                connection.database().withTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        database.runCommand(new Document("ping", 1));
        health.up();
    }
}
