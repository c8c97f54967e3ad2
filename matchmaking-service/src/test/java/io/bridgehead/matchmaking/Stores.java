package io.bridgehead.matchmaking;

import io.bridgehead.platform.documents.DocumentSettings;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.Unsent;
import io.bridgehead.platform.testing.RealParts;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/// Doors to databases that no other test uses, on MongoDB's own engine.
public final class Stores {

    private Stores() {}

    /// @param unsent is handed what the writes leave to be sent
    public static Documents fresh(Consumer<Unsent> unsent) {
        var database = RealParts.freshDatabase();
        return new Documents(
                database,
                new DocumentSettings(database.getName(), 1_000, Duration.ofSeconds(20)),
                Clock.tick(Clock.systemUTC(), Duration.ofMillis(1)),
                () -> null,
                unsent);
    }
}
