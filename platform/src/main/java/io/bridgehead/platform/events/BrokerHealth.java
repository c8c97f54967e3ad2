package io.bridgehead.platform.events;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/// The broker answers, the subscriptions have their partitions, and the broadcasts read. Commands are taken all the same
/// while it is away: their events wait in the documents.
final class BrokerHealth extends AbstractHealthIndicator {

    private static final long PATIENCE_MILLIS = 1_500;

    private final Admin admin;
    private final Subscriptions subscriptions;
    private final Broadcasts broadcasts;

    BrokerHealth(Admin admin, Subscriptions subscriptions, Broadcasts broadcasts) {
        super("the broker does not answer");
        this.admin = admin;
        this.subscriptions = subscriptions;
        this.broadcasts = broadcasts;
    }

    @Override
    protected void doHealthCheck(Health.Builder health)
            throws InterruptedException, ExecutionException, TimeoutException {
        int brokers =
                admin.describeCluster().nodes().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS).size();
        health.withDetail("brokers", brokers);
        if (!subscriptions.connected()) {
            health.down().withDetail("subscriptions", "waiting for their partitions");
        } else if (!broadcasts.connected()) {
            health.down().withDetail("broadcasts", "waiting for their topics");
        } else {
            health.up();
        }
    }
}
