package io.bridgehead.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsTest {

    @TempDir private Path folder;

    @Test
    void mongoKeepsWhatItAcknowledgedWhenItIsKilled() {
        Daemon first = MongoServer.start(folder, 0);
        try (MongoClient client = MongoClients.create(first.address())) {
            items(client)
                    .insertMany(
                            java.util.stream.IntStream.range(0, 500)
                                    .mapToObj(i -> new Document("_id", i))
                                    .toList());
        }
        first.kill();
        try (Daemon second = MongoServer.start(folder, 0);
                MongoClient client = MongoClients.create(second.address())) {
            assertThat(items(client).countDocuments()).isEqualTo(500);
        }
    }

    @Test
    void mongoOutlivesADriverThatSaysGoodbye() {
        try (Daemon mongo = MongoServer.start(folder, 0);
                MongoClient client = MongoClients.create(mongo.address())) {
            Document goodbye =
                    new Document(
                            "endSessions",
                            List.of(new Document("id", new Binary((byte) 4, new byte[16]))));

            assertThat(client.getDatabase("admin").runCommand(goodbye).get("ok")).isEqualTo(1.0);
            assertThat(items(client).countDocuments()).isZero();
        }
    }

    private static MongoCollection<Document> items(MongoClient client) {
        return client.getDatabase("test")
                .getCollection("items")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    @Test
    void kafkaComesBackOnItsFolderAfterAKill() {
        Daemon first = KafkaBroker.start(folder, 0);
        first.kill();
        try (Daemon second = KafkaBroker.start(folder, 0)) {
            assertThat(second.process().isAlive()).isTrue();
            assertThat(folder.resolve("data/meta.properties")).exists();
        }
    }

    @Test
    void aTakenPortIsNamedWithTheVariableThatMovesThePart() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> MongoServer.start(folder, port))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("Port " + port + " is taken")
                    .hasMessageContaining("BRIDGEHEAD_MONGODB_PORT");
        }
    }
}
