package io.bridgehead.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bridgehead.platform.testing.RealParts;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.Test;

class TopicsTest {

    private final String written = RealParts.freshName("written");
    private final Place place = Place.fresh();

    @Test
    void whatIsMissingIsCreatedAndWhatIsThereStays() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", RealParts.kafka()))) {
            Topics topics = new Topics(admin, Set.of(written, place.topic()), place.settings());

            topics.start();

            await().atMost(Duration.ofSeconds(10)).until(() -> !topics.isRunning());
            for (TopicDescription topic :
                    admin.describeTopics(Set.of(written, place.topic()))
                            .allTopicNames()
                            .get()
                            .values()) {
                assertThat(topic.partitions()).hasSize(Topics.PARTITIONS);
                assertThat(topic.partitions())
                        .allSatisfy(partition -> assertThat(partition.replicas()).hasSize(1));
            }
        }
    }
}
