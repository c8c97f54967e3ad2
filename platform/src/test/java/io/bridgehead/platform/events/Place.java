package io.bridgehead.platform.events;

import io.bridgehead.platform.testing.RealParts;
import java.time.Duration;
import java.util.Map;

/// Where the instances of one service meet.
///
/// @param mongo the connection string
/// @param kafka `host:port`
record Place(String mongo, String database, String kafka, String topic) {

    /// A database and a topic of their own, on the shared parts.
    static Place fresh() {
        return new Place(
                RealParts.mongo(),
                RealParts.freshName("service"),
                RealParts.kafka(),
                RealParts.freshTopic());
    }

    Place through(String otherMongo) {
        return new Place(otherMongo, database, kafka, topic);
    }

    EventSettings settings() {
        return new EventSettings(
                kafka,
                Map.of(),
                "counting",
                topic,
                Duration.ofSeconds(1),
                Duration.ofSeconds(3),
                3,
                null);
    }
}
