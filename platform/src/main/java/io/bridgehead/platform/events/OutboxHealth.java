package io.bridgehead.platform.events;

import io.bridgehead.platform.documents.Aggregates;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.Unsent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/// No event has waited in a document for longer than a sweep needs to find it.
final class OutboxHealth extends AbstractHealthIndicator {

    private static final Duration TOO_LONG = Duration.ofSeconds(15);

    private final Documents documents;
    private final Clock clock;

    OutboxHealth(Documents documents, Clock clock) {
        super("the documents do not answer");
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Instant tooLongAgo = clock.instant().minus(TOO_LONG);
        health.up();
        for (Aggregates<?, ?> aggregates : documents.aggregates()) {
            List<Unsent> stuck = aggregates.unsent(tooLongAgo, 1);
            if (!stuck.isEmpty()) {
                health.down()
                        .withDetail(
                                aggregates.name(),
                                "waiting since " + stuck.getFirst().events().getFirst().time());
            }
        }
    }
}
