package io.bridgehead.platform.testing;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.bridgehead.stack.Daemon;
import io.bridgehead.stack.KafkaBroker;
import io.bridgehead.stack.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.test.context.DynamicPropertyRegistry;

/// The broker and the database that a module's tests share: started by the first that asks, stopped
/// with the JVM.
public final class RealParts {

    private static final int PARTITIONS = 12;
    private static final AtomicInteger names = new AtomicInteger();

    private RealParts() {}

    private static final class Kafka {
        static final Daemon BROKER = KafkaBroker.start(folder("kafka"), 0);
    }

    private static final class Mongo {
        static final Daemon SERVER = MongoServer.start(folder("mongodb"), 0);
        static final MongoClient CLIENT = MongoClients.create(SERVER.address());
    }

    public static String kafka() {
        return Kafka.BROKER.address();
    }

    public static String mongo() {
        return Mongo.SERVER.address();
    }

    /// A database that no other test uses.
    public static MongoDatabase freshDatabase() {
        return Mongo.CLIENT.getDatabase(freshName("test"));
    }

    /// A database by its name, to look into what a service keeps there.
    public static MongoDatabase database(String name) {
        return Mongo.CLIENT.getDatabase(name);
    }

    public static String freshName(String prefix) {
        return prefix + "-" + ProcessHandle.current().pid() + "-" + names.incrementAndGet();
    }

    /// A topic that no other test uses, with as many partitions as ours have.
    public static String freshTopic() {
        String name = freshName("topic");
        createTopics(name);
        return name;
    }

    /// Creates what is not there yet.
    public static void createTopics(String... topics) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka()))) {
            List<NewTopic> wanted =
                    java.util.Arrays.stream(topics)
                            .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1))
                            .toList();
            for (var result : admin.createTopics(wanted).values().values()) {
                try {
                    result.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// All that a topic holds now, from its beginning: in order for each key.
    public static List<ConsumerRecord<String, byte[]>> records(String topic) {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", kafka()),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    /// What of an event stands beside its data: `ce_type`, `ce_subject` …
    public static String header(ConsumerRecord<?, ?> record, String name) {
        Header header = Objects.requireNonNull(record.headers().lastHeader(name), name);
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    /// Starts a whole service on these parts, with databases of its own.
    public static void serve(DynamicPropertyRegistry properties, String service) {
        String database = freshName(service);
        properties.add("spring.mongodb.uri", RealParts::mongo);
        properties.add("bridgehead.documents.database", () -> database);
        properties.add("bridgehead.privacy.keys-database", () -> database + "-keys");
        properties.add(
                "bridgehead.privacy.master-key",
                () -> Base64.getEncoder().encodeToString(new byte[32]));
        properties.add("bridgehead.events.bootstrap-servers", RealParts::kafka);
    }

    private static Path folder(String part) {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
