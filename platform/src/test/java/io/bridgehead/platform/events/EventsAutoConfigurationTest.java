package io.bridgehead.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class EventsAutoConfigurationTest {

    @Test
    void aServiceThatHearsNothingStartsAndIsHealthy() {
        try (Instance instance = Instance.writing(Place.fresh())) {
            assertThat(instance.get(Subscriptions.class).connected()).isTrue();
            await().until(() -> health(instance.get(BrokerHealth.class).health().getStatus()));
            await().until(() -> health(instance.get(OutboxHealth.class).health().getStatus()));
        }
    }

    private static boolean health(Status status) {
        return status.equals(Status.UP);
    }
}
