package io.bridgehead.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.bridgehead.stack.Daemon;
import io.bridgehead.stack.MongoServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedRecordTest {

    @TempDir private static Path folder;

    private static Daemon mongodb;
    private static MongoClient client;

    @BeforeAll
    static void start() {
        mongodb = MongoServer.start(folder, 0);
        client = MongoClients.create(mongodb.address());
    }

    @AfterAll
    static void stop() {
        client.close();
        mongodb.close();
    }

    private static MongoCollection<Document> agreements() {
        return client.getDatabase("bridgehead-contract").getCollection("agreements");
    }

    private static SealedRecord sealed() {
        return new SealedRecord(mongodb.address());
    }

    @BeforeEach
    void twoAgreements() {
        agreements().drop();
        for (String id : List.of("a", "b")) {
            Document state = new Document("title", "合作 " + id).append("kind", "investment");
            agreements().insertOne(new Document("_id", id).append("state", state));
        }
    }

    private List<String> titles() {
        return agreements()
                .find()
                .map(agreement -> agreement.getEmbedded(List.of("state", "title"), String.class))
                .into(new ArrayList<>());
    }

    @Test
    void itIsEditedWhileSomeoneLooksAndNoLonger() {
        sealed().edited("a", () -> assertThat(titles()).containsExactly("合作 a（改）", "合作 b"));

        assertThat(titles()).containsExactly("合作 a", "合作 b");
    }

    @Test
    void whatABrokenRunLeftIsPutBack() {
        agreements()
                .updateOne(
                        new Document("_id", "a"),
                        new Document("$set", new Document("state.title", "合作 a（改）（改）")));

        sealed().putBack();

        assertThat(titles()).containsExactly("合作 a", "合作 b");
        assertThat(agreements().find(new Document("_id", "a")).first())
                .extracting("state.kind")
                .isEqualTo("investment");
    }

    @Test
    void anAgreementThatIsNotThereBreaksTheChain() {
        assertThatThrownBy(() -> sealed().edited("c", () -> {}))
                .isInstanceOf(BrokenLink.class)
                .hasMessage("MongoDB has no agreement c");
    }
}
