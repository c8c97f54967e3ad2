package io.bridgehead.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bridgehead.platform.testing.RealParts;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
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

            await().until(() -> !topics.isRunning());
            await().ignoreExceptionsInstanceOf(ExecutionException.class)
                    .untilAsserted(() ->
                            assertThat(described(admin)).hasSize(2).allSatisfy(TopicsTest::isOurs));
        }
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
