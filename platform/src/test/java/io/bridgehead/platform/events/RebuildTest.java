package io.bridgehead.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.events.Listening.Ear;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class RebuildTest {

    private static final int AGGREGATES = 40;
    private static final int EVENTS = 5;

    private final Place place = Place.fresh();
    private final Listening listening = new Listening(place);

    @AfterEach
    void closeProducer() {
        listening.close();
    }

    @Test
    void aRebuiltViewIsTheSameToTheByteAndTheOldOneAnswersMeanwhile() {
        try (Ear ear = listening.start()) {
            fill(ear);
            List<ByteBuffer> before = bytes(ear, "noted.1");
            CountDownLatch gate = closeGate();

            assertThat(ear.subscriptions().rebuild(Listening.SUBSCRIPTION)).isTrue();
            assertThat(ear.subscriptions().rebuild(Listening.SUBSCRIPTION)).isFalse();

            await().until(() -> listening.handled() > handledOnce());
            assertThat(ear.heard("t0")).containsExactly(1, 2, 3, 4, 5);
            assertThat(last(ear).state()).isEqualTo(Rebuild.State.RUNNING);
            assertThat(last(ear).total()).isEqualTo(total());
            assertThat(last(ear).seen()).isLessThan(total());

            gate.countDown();
            awaitState(ear, Rebuild.State.DONE);
            assertThat(last(ear).seen()).isEqualTo(total());
            assertThat(bytes(ear, "noted.2")).isEqualTo(before);
            assertThatTheViewAnswersFrom(ear, 2);
            listening.send("t0", 6);
            await().untilAsserted(() -> assertThat(ear.heard("t0")).endsWith(6));
        }
    }

    @Test
    void aCancelledRebuildLeavesTheViewAsItWasAndAnotherOneStartsAfresh() {
        try (Ear ear = listening.start()) {
            fill(ear);
            CountDownLatch gate = closeGate();
            ear.subscriptions().rebuild(Listening.SUBSCRIPTION);
            await().until(() -> listening.handled() > handledOnce());

            assertThat(ear.subscriptions().cancelRebuild(Listening.SUBSCRIPTION)).isTrue();
            assertThat(ear.subscriptions().cancelRebuild(Listening.SUBSCRIPTION)).isFalse();
            gate.countDown();

            assertThat(last(ear).state()).isEqualTo(Rebuild.State.CANCELLED);
            listening.send("t0", 6);
            await().untilAsserted(
                            () -> assertThat(ear.heard("t0")).containsExactly(1, 2, 3, 4, 5, 6));
            assertThatTheViewAnswersFrom(ear, 1);
            await().until(() -> bytes(ear, "noted.2").isEmpty());

            List<ByteBuffer> before = bytes(ear, "noted.1");
            ear.subscriptions().rebuild(Listening.SUBSCRIPTION);
            awaitState(ear, Rebuild.State.DONE);
            assertThat(bytes(ear, "noted.3")).isEqualTo(before);
            assertThatTheViewAnswersFrom(ear, 3);
        }
    }

    @Test
    void whatAnOperatorMendedOrDiscardedIsKnownToTheRebuild() {
        try (Ear ear = listening.start()) {
            listening.send("a", 1);
            listening.send("a", 2, "{\"to\":\"two\"}");
            listening.send("a", 3, "{\"to\":\"three\"}");
            listening.send("a", 4);
            await().until(() -> parked(ear).size() == 3);
            ear.parked().mend(parked(ear).get(0).id(), Map.of("to", 2));
            ear.parked().discard(parked(ear).get(1).id());
            ear.parked().replay(parked(ear).get(0).id());
            await().untilAsserted(() -> assertThat(ear.heard("a")).containsExactly(1, 2, 4));
            List<ByteBuffer> before = bytes(ear, "noted.1");

            ear.subscriptions().rebuild(Listening.SUBSCRIPTION);
            awaitState(ear, Rebuild.State.DONE);

            assertThat(bytes(ear, "noted.2")).isEqualTo(before);
            assertThat(parked(ear)).isEmpty();
        }
    }

    @Test
    void anInstanceThatStartsLaterReadsTheGenerationThatAnswers() {
        try (Ear first = listening.start()) {
            fill(first);
            first.subscriptions().rebuild(Listening.SUBSCRIPTION);
            awaitState(first, Rebuild.State.DONE);

            try (Ear second = listening.start()) {
                assertThatTheViewAnswersFrom(second, 2);
                assertThat(last(second).state()).isEqualTo(Rebuild.State.DONE);
            }
        }
    }

    @Test
    void onlyWhatFillsAViewIsRebuilt() {
        try (Ear ear = listening.start()) {
            assertThat(ear.subscriptions().lastRebuild(Listening.SUBSCRIPTION)).isEmpty();
            assertThatThrownBy(() -> ear.subscriptions().rebuild("other"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private void fill(Ear ear) {
        for (int sequence = 1; sequence <= EVENTS; sequence++) {
            for (int i = 0; i < AGGREGATES; i++) {
                listening.send("t" + i, sequence);
            }
        }
        await().until(() -> listening.handled() == handledOnce());
        await().untilAsserted(() -> assertThat(bytes(ear, "noted.1")).hasSize(AGGREGATES));
    }

    private static int handledOnce() {
        return AGGREGATES * EVENTS;
    }

    private static long total() {
        return handledOnce();
    }

    /// Handlers wait at it from now on.
    private CountDownLatch closeGate() {
        CountDownLatch gate = new CountDownLatch(1);
        listening.before(_ -> {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return gate;
    }

    private static Rebuild last(Ear ear) {
        return ear.subscriptions().lastRebuild(Listening.SUBSCRIPTION).orElseThrow();
    }

    private static void awaitState(Ear ear, Rebuild.State state) {
        await().until(() -> last(ear).state() == state);
    }

    private List<ByteBuffer> bytes(Ear ear, String collection) {
        List<ByteBuffer> documents = new ArrayList<>();
        for (RawBsonDocument document :
                database(ear)
                        .getCollection(collection, RawBsonDocument.class)
                        .find()
                        .sort(Sorts.ascending("_id"))) {
            documents.add(document.getByteBuffer().asNIO());
        }
        return documents;
    }

    private void assertThatTheViewAnswersFrom(Ear ear, int generation) {
        var documents = database(ear).getCollection("noted." + generation);
        Document of = new Document("_id", "t1");
        documents.updateOne(of, Updates.push("state.heard", 99));
        assertThat(ear.heard("t1")).endsWith(99);
        documents.updateOne(of, Updates.popLast("state.heard"));
    }

    private MongoDatabase database(Ear ear) {
        return ear.instance().get(MongoClient.class).getDatabase(place.database());
    }

    private static List<ParkedEvent> parked(Ear ear) {
        return ear.parked().page(new PageQuery(100, null, null, null)).items();
    }
}
