package io.bridgehead.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import io.bridgehead.platform.testing.RealParts;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConfigEntry.ConfigSource;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

class TopicsTest {

    private final String written = RealParts.freshName("written");
    private final Place place = Place.fresh();

    @Test
    void whatIsMissingIsCreatedAndWhatIsThereStays() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", RealParts.kafka()))) {
            Topics topics = new Topics(admin, Set.of(written, place.topic()), place.settings());

            topics.start();

            await().until(() -> !topics.isRunning());
            await().ignoreExceptionsInstanceOf(ExecutionException.class)
                    .untilAsserted(() ->
                            assertThat(described(admin)).hasSize(2).allSatisfy(TopicsTest::isOurs));
        }
    }

    /// Whatever the broker does with topics that say nothing.
    @Test
    void eventsAreKeptForEverAndAllOfThem() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", RealParts.kafka()))) {
            Topics topics = new Topics(admin, Set.of(written), place.settings());
            topics.start();

            await().ignoreExceptionsInstanceOf(ExecutionException.class)
                    .untilAsserted(() ->
                            assertThat(saidOf(written, admin))
                                    .contains(
                                            entry("cleanup.policy", "delete"),
                                            entry("retention.ms", "-1"),
                                            entry("retention.bytes", "-1")));
        }
    }

    /// The configuration that a topic has of its own.
    private static Map<String, String> saidOf(String name, Admin admin)
            throws ExecutionException, InterruptedException {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, name);
        KafkaFuture<Config> config = admin.describeConfigs(Set.of(topic)).values().get(topic);
        return Objects.requireNonNull(config).get().entries().stream()
                .filter(entry -> entry.source() == ConfigSource.DYNAMIC_TOPIC_CONFIG)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }

    private Collection<TopicDescription> described(Admin admin)
            throws ExecutionException, InterruptedException {
        return admin.describeTopics(Set.of(written, place.topic())).allTopicNames().get().values();
    }

    private static void isOurs(TopicDescription topic) {
        assertThat(topic.partitions())
                .hasSize(Topics.PARTITIONS)
                .allSatisfy(partition -> assertThat(partition.replicas()).hasSize(1));
    }
}
