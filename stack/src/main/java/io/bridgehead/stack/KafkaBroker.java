package io.bridgehead.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One Kafka broker (KRaft, broker and controller in one) on this machine's loopback address.
public final class KafkaBroker {

    private KafkaBroker() {}

    /// Starts a broker that ends with this JVM.
    ///
    /// @param folder its data, kept from start to start
    /// @param port 0 for a free one
    public static Daemon start(Path folder, int port) {
        return Daemon.attached(
                launch(Workspace.find(), folder, Ports.orFree(port), folder.resolve("kafka.log")));
    }

    static Launch launch(Workspace workspace, Path folder, int port, Path log) {
        Path properties = write(folder, port);
        List<String> java = java(workspace);
        if (!Files.exists(folder.resolve("data/meta.properties"))) {
            format(folder, java, properties);
        }
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of("kafka.Kafka", properties.toString()));
        return new Launch(
                "kafka",
                command,
                Map.of(),
                folder,
                port,
                "127.0.0.1:" + port,
                log,
                () -> Ports.answers(port),
                Duration.ofMinutes(3));
    }

    private static List<String> java(Workspace workspace) {
        Path libs = parts(workspace).resolve("libs");
        if (!Files.isDirectory(libs)) {
            throw new StackException(
                    "Kafka is not laid out in " + libs + ". Run: ./bridgehead test, or mvn verify");
        }
        Path logging = workspace.root().resolve("stack/kafka/log4j2.properties");
        return List.of(
                JavaHome.java(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-Dlog4j2.configurationFile=" + logging.toUri(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                libs + "/*");
    }

    private static Path parts(Workspace workspace) {
        return workspace.parts().resolve("kafka-" + Versions.of("kafka"));
    }

    private static Path write(Path folder, int port) {
        int controller = Ports.free();
        Path properties = folder.toAbsolutePath().resolve("server.properties");
        String text =
                """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                # a topic that nobody created is a mistake
                auto.create.topics.enable=false
                # kept for ever: any view can be built again from the topics
                log.retention.ms=-1
                log.retention.bytes=-1
                offsets.retention.minutes=525600
                offsets.topic.num.partitions=4
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                group.initial.rebalance.delay.ms=0
                num.network.threads=2
                num.io.threads=2
                log.cleaner.dedupe.buffer.size=16777216
                """
                        .formatted(port, controller, folder.toAbsolutePath().resolve("data"));
        try {
            Files.createDirectories(folder);
            return Files.writeString(properties, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void format(Path folder, List<String> java, Path properties) {
        List<String> command = new ArrayList<>(java);
        command.addAll(
                List.of(
                        "kafka.tools.StorageTool",
                        "format",
                        "--cluster-id",
                        "YnJpZGdlaGVhZC1rYWZrYQ"));
        command.addAll(List.of("--config", properties.toString()));
        Tool.run("Kafka's storage could not be formatted", folder, Map.of(), command);
    }
}
