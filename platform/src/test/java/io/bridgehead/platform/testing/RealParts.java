package io.bridgehead.platform.testing;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.bridgehead.stack.Daemon;
import io.bridgehead.stack.KafkaBroker;
import io.bridgehead.stack.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

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

    private static Path folder(String part) {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
