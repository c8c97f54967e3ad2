package io.bridgehead.platform.events;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Creates the topics that a service writes or hears where they are missing. Services start in any
/// order, and before the broker, too: events wait in their documents meanwhile.
final class Topics implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Topics.class);

    /// For good: with another number, an aggregate's later events would go to another partition than
    /// its earlier ones, and their order would be lost.
    static final int PARTITIONS = 12;

    /// With three brokers one may be away, and a write is still on two.
    private static final int MOST_REPLICAS = 3;

    /// Views are rebuilt from them: a broker left to itself throws away what is older than a week.
    private static final Map<String, String> KEPT_FOR_EVER =
            Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    TopicConfig.CLEANUP_POLICY_DELETE,
                    TopicConfig.RETENTION_MS_CONFIG,
                    "-1",
                    TopicConfig.RETENTION_BYTES_CONFIG,
                    "-1");

    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

    private final Admin admin;
    private final Set<String> topics;
    private final EventSettings settings;
    private volatile Thread thread = new Thread();

    Topics(Admin admin, Set<String> topics, EventSettings settings) {
        this.admin = admin;
        this.topics = Set.copyOf(topics);
        this.settings = settings;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("topics").start(this::run);
    }

    private void run() {
        try {
            while (!created()) {
                Thread.sleep(AGAIN_AFTER);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean created() throws InterruptedException {
        try {
            Collection<String> there = admin.listTopics().names().get();
            short replicas = replicas();
            Map<String, String> config = new HashMap<>(KEPT_FOR_EVER);
            if (replicas >= MOST_REPLICAS) {
                config.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2");
            }
            for (KafkaFuture<Void> topic :
                    admin.createTopics(
                                    topics.stream()
                                            .filter(name -> !there.contains(name))
                                            .map(name ->
                                                    new NewTopic(name, PARTITIONS, replicas)
                                                            .configs(config))
                                            .toList())
                            .values()
                            .values()) {
                await(topic);
            }
            return true;
        } catch (ExecutionException e) {
            log.warn(
                    "the topics {} are not all there yet: {}",
                    topics,
                    String.valueOf(e.getCause()));
            return false;
        }
    }

    private short replicas() throws InterruptedException, ExecutionException {
        if (settings.replicas() != null) {
            return settings.replicas().shortValue();
        }
        int brokers = admin.describeCluster().nodes().get().size();
        return (short) (brokers < MOST_REPLICAS ? 1 : MOST_REPLICAS);
    }

    private static void await(KafkaFuture<Void> topic)
            throws InterruptedException, ExecutionException {
        try {
            topic.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    @Override
    public void stop() {
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }
}
