package io.bridgehead.platform.events;

import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.Unsent;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/// A service's outbox and its subscriptions: give it beans of type [Subscription].
@AutoConfiguration
@EnableConfigurationProperties(EventSettings.class)
class EventsAutoConfiguration {

    /// A subscription may begin before its topic is there: whoever writes it creates it as well.
    private static final int NEW_TOPICS_HEARD_WITHIN_MILLIS = 3_000;

    /// Enough for batches to form under load, and little for an event that comes alone: an
    /// aggregate's next one waits for its acknowledgement.
    private static final int LINGER_MILLIS = 1;

    /// After this long without a sign of life, others take over what an instance left behind.
    private static final int DEAD_AFTER_MILLIS = 8_000;

    /// With it the members of a group hear that they have to share anew.
    private static final int SIGN_OF_LIFE_EVERY_MILLIS = 1_000;

    @Bean
    EventTracing eventTracing(
            ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        return new EventTracing(
                tracer.getIfAvailable(() -> Tracer.NOOP),
                propagator.getIfAvailable(() -> Propagator.NOOP));
    }

    @Bean
    Supplier<@Nullable String> currentTraceparent(EventTracing tracing) {
        return tracing::current;
    }

    @Bean
    Outbox outbox(EventSettings settings) {
        return new Outbox(
                new KafkaProducer<>(
                        settings.kafka(
                                Map.of(
                                        ProducerConfig.ACKS_CONFIG,
                                        "all",
                                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                                        true,
                                        ProducerConfig.LINGER_MS_CONFIG,
                                        LINGER_MILLIS,
                                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                                        10_000,
                                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                                        10_000,
                                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                                        30_000)),
                        new StringSerializer(),
                        new ByteArraySerializer()),
                settings);
    }

    @Bean
    Consumer<Unsent> unsentEvents(Outbox outbox) {
        return outbox::offer;
    }

    @Bean
    Sweep sweep(Documents documents, Outbox outbox, EventSettings settings, Clock clock) {
        return new Sweep(documents, outbox, settings, clock);
    }

    @Bean
    ParkedEvents parkedEvents(Documents documents, Clock clock) {
        return new ParkedEvents(documents.database(), clock);
    }

    @Bean
    Topics topics(
            Admin admin,
            ObjectProvider<Subscription> subscriptions,
            ObjectProvider<Broadcast> broadcasts,
            EventSettings settings) {
        return new Topics(
                admin,
                Stream.of(
                                Stream.of(settings.topic()),
                                subscriptions.stream()
                                        .flatMap(subscription -> subscription.topics().stream()),
                                broadcasts.stream()
                                        .flatMap(broadcast -> broadcast.topics().stream()))
                        .flatMap(Function.identity())
                        .collect(Collectors.toSet()),
                settings);
    }

    @Bean
    Subscriptions subscriptions(
            ObjectProvider<Subscription> subscriptions,
            EventSettings settings,
            Admin admin,
            Documents documents,
            ParkedEvents parkedEvents,
            EventTracing tracing) {
        return new Subscriptions(
                subscriptions.orderedStream().toList(),
                settings,
                group -> consumer(settings, group),
                admin,
                parkedEvents,
                new Generations(documents.database()),
                tracing);
    }

    @Bean
    Broadcasts broadcasts(
            ObjectProvider<Broadcast> broadcasts, EventSettings settings, Admin admin) {
        return new Broadcasts(broadcasts.orderedStream().toList(), () -> consumer(settings), admin);
    }

    /// Offsets are committed by hand, after the work; a new group begins at the topics' beginning.
    private static KafkaConsumer<String, byte[]> consumer(EventSettings settings, String group) {
        return consumer(
                settings,
                Map.of(
                        ConsumerConfig.GROUP_ID_CONFIG,
                        group,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        CommonClientConfigs.METADATA_MAX_AGE_CONFIG,
                        NEW_TOPICS_HEARD_WITHIN_MILLIS,
                        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                        DEAD_AFTER_MILLIS,
                        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                        SIGN_OF_LIFE_EVERY_MILLIS));
    }

    /// Of no group. It is told where to read; where nothing is any more, it must not go on somewhere
    /// else by itself.
    private static KafkaConsumer<String, byte[]> consumer(EventSettings settings) {
        return consumer(settings, Map.of(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none"));
    }

    private static KafkaConsumer<String, byte[]> consumer(
            EventSettings settings, Map<String, Object> own) {
        Map<String, Object> all = new HashMap<>(own);
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
        return new KafkaConsumer<>(
                settings.kafka(all), new StringDeserializer(), new ByteArrayDeserializer());
    }

    @Bean(destroyMethod = "close")
    Admin kafkaAdmin(EventSettings settings) {
        return Admin.create(
                settings.kafka(
                        Map.of(
                                CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG,
                                2_000,
                                CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG,
                                2_000)));
    }

    @Bean
    BrokerHealth brokerHealthIndicator(
            Admin admin, Subscriptions subscriptions, Broadcasts broadcasts) {
        return new BrokerHealth(admin, subscriptions, broadcasts);
    }

    @Bean
    OutboxHealth outboxHealthIndicator(Documents documents, Clock clock) {
        return new OutboxHealth(documents, clock);
    }
}
