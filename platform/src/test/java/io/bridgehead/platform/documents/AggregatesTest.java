package io.bridgehead.platform.documents;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.bridgehead.platform.testing.CutConnection;
import io.bridgehead.platform.testing.RealParts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

class AggregatesTest {

    private final MongoDatabase database = RealParts.freshDatabase();
    private final ConcurrentLinkedQueue<Unsent> offered = new ConcurrentLinkedQueue<>();
    private final Aggregates<Tally, Tally.Counted> tallies = tallies(database, 1000);

    private Aggregates<Tally, Tally.Counted> tallies(MongoDatabase in, int mostPending) {
        DocumentSettings settings =
                new DocumentSettings(in.getName(), mostPending, Duration.ofSeconds(10));
        return new Documents(in, settings, millis(), () -> "00-trace-01", offered::add)
                .aggregates("tallies", Tally.class, Tally::announce);
    }

    private static Clock millis() {
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }

    private static CommandId command(String value) {
        return new CommandId(value);
    }

    @Test
    void whatIsCreatedIsReadBackAsItWas() {
        Versioned<Tally> created = tallies.create("a", command("c1"), Tally.begin(5));

        assertThat(tallies.get("a")).isEqualTo(created);
        assertThat(created.state()).isEqualTo(new Tally.Open(0, 5));
        assertThat(created.version()).isEqualTo(1);
    }

    @Test
    void theSameCommandCreatesOnceAndAnotherIsRefused() {
        Versioned<Tally> first = tallies.create("a", command("c1"), Tally.begin(5));
        tallies.change("a", command("c2"), Tally::add);

        Versioned<Tally> again = tallies.create("a", command("c1"), Tally.begin(5));

        assertThat(again.createdAt()).isEqualTo(first.createdAt());
        assertThat(again.version()).isEqualTo(2);
        assertThatThrownBy(() -> tallies.create("a", command("other"), Tally.begin(5)))
                .isInstanceOf(DocumentExists.class);
    }

    /// A member that has not heard from the majority yet knows its own document and does not show it.
    @Test
    void aDocumentThatIsThereAndNotYetShownIsWaitedFor() {
        tallies.create("a", command("c1"), Tally.begin(5));
        MongoCollection<Document> stored = database.getCollection("tallies");
        AtomicReference<@Nullable Document> hidden = new AtomicReference<>();
        try (MongoClient client =
                listenedTo(started -> {
                    switch (nameOf(started)) {
                        case "find" -> {
                            if (hidden.get() == null) {
                                hidden.set(stored.findOneAndDelete(eq("_id", "a")));
                            }
                        }
                        case "insert" -> {
                            Document back = hidden.get();
                            if (back != null) {
                                stored.insertOne(back);
                            }
                        }
                        default -> {}
                    }
                })) {
            Versioned<Tally> again =
                    tallies(client.getDatabase(database.getName()), 1000)
                            .create("a", command("c1"), Tally.begin(5));

            assertThat(hidden.get()).isNotNull();
            assertThat(again.version()).isEqualTo(1);
        }
    }

    private static MongoClient listenedTo(Consumer<BsonDocument> started) {
        return MongoClients.create(
                MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(RealParts.mongo()))
                        .addCommandListener(
                                new CommandListener() {
                                    @Override
                                    public void commandStarted(CommandStartedEvent event) {
                                        started.accept(event.getCommand().clone());
                                    }
                                })
                        .build());
    }

    @Test
    void theSameCommandChangesOnce() {
        tallies.create("a", command("c1"), Tally.begin(5));

        tallies.change("a", command("c2"), Tally::add);
        Versioned<Tally> again = tallies.change("a", command("c2"), Tally::add);

        assertThat(again.state().count()).isEqualTo(1);
        assertThat(again.version()).isEqualTo(2);
    }

    @Test
    void aCommandWithNothingToDoWritesNothing() {
        tallies.create("a", command("c1"), Tally.begin(1));
        Versioned<Tally> closed = tallies.change("a", command("c2"), Tally::add);

        Versioned<Tally> after = tallies.change("a", command("c3"), Tally::add);

        assertThat(closed.state()).isEqualTo(new Tally.Closed(1));
        assertThat(after).isEqualTo(closed);
    }

    @Test
    void aStaleVersionIsRefusedAndTheRightOneIsNot() {
        tallies.create("a", command("c1"), Tally.begin(9));
        tallies.change("a", command("c2"), OptionalLong.of(1), Tally::add);

        assertThatThrownBy(() -> tallies.change("a", command("c3"), OptionalLong.of(1), Tally::add))
                .isInstanceOf(StaleVersion.class);
        assertThat(tallies.get("a").state().count()).isEqualTo(1);
    }

    @Test
    void writersWhoMeetAllGetTheirTurn() throws Exception {
        tallies.create("a", command("c1"), Tally.begin(1_000));
        List<Callable<Versioned<Tally>>> writers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            CommandId command = command("add-" + i);
            writers.add(() -> tallies.change("a", command, Tally::add));
        }
        try (ExecutorService executor = Executors.newFixedThreadPool(16)) {
            for (Future<Versioned<Tally>> done : executor.invokeAll(writers)) {
                done.get();
            }
        }

        assertThat(tallies.get("a").state().count()).isEqualTo(200);
        assertThat(sequences("a")).isEqualTo(LongStream.rangeClosed(1, 201).boxed().toList());
    }

    @Test
    void aWriteWhoseAnswerWasLostIsReadBackAndNotRepeated() {
        tallies.create("a", command("c1"), Tally.begin(100));
        try (CutConnection cut = CutConnection.to(RealParts.mongo());
                MongoClient client = MongoClients.create(cut.address())) {
            Aggregates<Tally, Tally.Counted> overCut =
                    tallies(client.getDatabase(database.getName()), 1000);
            overCut.change("a", command("warm"), Tally::add);

            cut.loseTheNextAnswerTo("findAndModify");
            Versioned<Tally> after = overCut.change("a", command("c2"), Tally::add);

            assertThat(cut.answersLost()).isEqualTo(1);
            assertThat(after.state().count()).isEqualTo(2);
            assertThat(tallies.get("a").state().count()).isEqualTo(2);
            assertThat(sequences("a")).containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void aCreationWhoseAnswerWasLostIsFoundDone() {
        try (CutConnection cut = CutConnection.to(RealParts.mongo());
                MongoClient client = MongoClients.create(cut.address())) {
            Aggregates<Tally, Tally.Counted> overCut =
                    tallies(client.getDatabase(database.getName()), 1000);
            overCut.find("warm");

            cut.loseTheNextAnswerTo("insert");
            Versioned<Tally> created = overCut.create("b", command("c1"), Tally.begin(3));

            assertThat(cut.answersLost()).isEqualTo(1);
            assertThat(created.version()).isEqualTo(1);
            assertThat(sequences("b")).containsExactly(1L);
        }
    }

    @Test
    void aFullBacklogRefusesTheCommandAndLosesNoEvent() {
        Aggregates<Tally, Tally.Counted> bounded = tallies(database, 3);
        bounded.create("a", command("c1"), Tally.begin(100));
        bounded.change("a", command("c2"), Tally::add);
        bounded.change("a", command("c3"), Tally::add);

        assertThatThrownBy(() -> bounded.change("a", command("c4"), Tally::add))
                .isInstanceOf(Overloaded.class);
        assertThat(sequences("a")).containsExactly(1L, 2L, 3L);

        bounded.removeSent(java.util.Map.of("a", 2L));
        bounded.change("a", command("c4"), Tally::add);
        assertThat(sequences("a")).containsExactly(3L, 4L);
    }

    /// MongoDB takes no document of more than 16 MiB, whatever the number of its events.
    @Test
    void aBacklogThatFillsItsDocumentRefusesTheCommandAndLosesNoEvent() {
        String words = "衢".repeat(290_000);
        Aggregates<Tally, Tally.Counted> wordy =
                new Documents(
                                database,
                                new DocumentSettings(
                                        database.getName(), 1_000, Duration.ofSeconds(10)),
                                millis(),
                                () -> null,
                                offered::add)
                        .aggregates(
                                "tallies",
                                Tally.class,
                                (_, _, _) ->
                                        new OutgoingEvent("tally.told.v1", Set.of("qz"), words));
        wordy.create("a", command("c1"), Tally.begin(9));
        // room for one event of 870 kB, and for no second one
        database.getCollection("tallies")
                .updateOne(eq("_id", "a"), Updates.set("filling", "x".repeat(15_300_000)));

        assertThatThrownBy(() -> wordy.change("a", command("c2"), Tally::add))
                .isInstanceOf(Overloaded.class);
        assertThat(wordy.unsent(Instant.now().plusSeconds(1), 1).getFirst().events()).hasSize(1);

        wordy.removeSent(java.util.Map.of("a", 1L));
        assertThat(wordy.change("a", command("c2"), Tally::add).version()).isEqualTo(2);
    }

    /// What a member that is about to lose an election has, and nobody else, may be rolled back:
    /// an event of it must not be sent.
    @Test
    void everyWriteAndTheSweepGoByTheMajority() {
        List<BsonDocument> commands = new CopyOnWriteArrayList<>();
        try (MongoClient client = listenedTo(commands::add)) {
            Aggregates<Tally, Tally.Counted> watched =
                    tallies(client.getDatabase(database.getName()), 1000);
            watched.create("a", command("c1"), Tally.begin(9));
            watched.change("a", command("c2"), Tally::add);
            watched.unsent(Instant.now(), 10);
        }

        assertThat(commands)
                .filteredOn(sent -> List.of("insert", "findAndModify").contains(nameOf(sent)))
                .hasSize(2)
                .allSatisfy(write ->
                        assertThat(write.getDocument("writeConcern"))
                                .containsEntry("w", new BsonString("majority"))
                                .containsEntry("j", BsonBoolean.TRUE));
        assertThat(commands)
                .filteredOn(sent -> nameOf(sent).equals("find"))
                .hasSize(2)
                .allSatisfy(read ->
                        assertThat(read.getDocument("readConcern"))
                                .containsEntry("level", new BsonString("majority")));
    }

    private static String nameOf(BsonDocument command) {
        return command.getFirstKey();
    }

    @Test
    void everyWriteHandsOverAllThatWaits() {
        tallies.create("a", command("c1"), Tally.begin(100));
        tallies.change("a", command("c2"), Tally::add);

        List<Unsent> handed = List.copyOf(offered);
        assertThat(handed.getLast().events())
                .extracting(PendingEvent::sequence)
                .containsExactly(1L, 2L);
        PendingEvent last = handed.getLast().events().getLast();
        assertThat(last.type()).isEqualTo("tally.counted.v1");
        assertThat(last.data()).isEqualTo("{\"to\":1}");
        assertThat(last.cities()).containsExactlyInAnyOrder("qz", "sr");
        assertThat(last.traceparent()).isEqualTo("00-trace-01");
    }

    @Test
    void theSweepFindsOnlyWhatHasWaitedLongEnough() {
        tallies.indexPending();
        tallies.create("a", command("c1"), Tally.begin(100));
        tallies.create("b", command("c2"), Tally.begin(100));
        tallies.removeSent(java.util.Map.of("b", 1L));

        assertThat(tallies.unsent(Instant.now().plusSeconds(1), 10))
                .extracting(Unsent::id)
                .containsExactly("a");
        assertThat(tallies.unsent(Instant.now().minusSeconds(60), 10)).isEmpty();
    }

    @Test
    void theSweepsSearchUsesItsIndex() {
        tallies.indexPending();
        IntStream.range(0, 50)
                .forEach(i -> tallies.create("t" + i, command("c" + i), Tally.begin(9)));

        String plan =
                database.getCollection("tallies")
                        .find(Filters.lt("pending.0.time", Instant.now()))
                        .explain()
                        .toJson();

        assertThat(plan).contains("IXSCAN").doesNotContain("COLLSCAN");
    }

    @Test
    void stateIsStoredByNameAndNotByClass() {
        tallies.create("a", command("c1"), Tally.begin(7));

        Document stored = database.getCollection("tallies").find(eq("_id", "a")).first();

        assertThat(stored).isNotNull();
        assertThat(stored.get("state", Document.class))
                .isEqualTo(new Document("_kind", "open").append("count", 0).append("most", 7));
    }

    @Test
    void fieldsThatAnotherReleaseWroteAreIgnored() {
        tallies.create("a", command("c1"), Tally.begin(7));
        database.getCollection("tallies")
                .updateOne(eq("_id", "a"), new Document("$set", new Document("state.later", "x")));

        assertThat(tallies.get("a").state()).isEqualTo(new Tally.Open(0, 7));
    }

    @Test
    void pagesFollowOneAnotherToTheEnd() {
        for (String id : List.of("a", "b", "c", "d", "e")) {
            tallies.create(id, command("make-" + id), Tally.begin(9));
        }

        Page<Versioned<Tally>> first = tallies.page(Filters.empty(), page(2, null));
        Page<Versioned<Tally>> second = tallies.page(Filters.empty(), page(2, first.next()));
        Page<Versioned<Tally>> last = tallies.page(Filters.empty(), page(2, second.next()));

        assertThat(first.map(Versioned::id)).isEqualTo(new Page<>(List.of("a", "b"), "b"));
        assertThat(second.map(Versioned::id)).isEqualTo(new Page<>(List.of("c", "d"), "d"));
        assertThat(last.map(Versioned::id)).isEqualTo(new Page<>(List.of("e"), null));
    }

    /// Edited in MongoDB, or by a release that is newer than this one.
    @Nested
    @ExtendWith(OutputCaptureExtension.class)
    class WhatCannotBeRead {

        @BeforeEach
        void edit() {
            for (String id : List.of("a", "b", "c", "d", "e")) {
                tallies.create(id, command("make-" + id), Tally.begin(9));
            }
            edit("b", Updates.set("state._kind", "secret kind"));
            edit("d", Updates.unset("version"));
        }

        private void edit(String id, Bson change) {
            database.getCollection("tallies").updateOne(eq("_id", id), change);
        }

        @Test
        void aListPassesOverIt() {
            Page<Versioned<Tally>> first = tallies.page(Filters.empty(), page(2, null));
            Page<Versioned<Tally>> second = tallies.page(Filters.empty(), page(2, first.next()));
            Page<Versioned<Tally>> last = tallies.page(Filters.empty(), page(2, second.next()));

            assertThat(first.map(Versioned::id)).isEqualTo(new Page<>(List.of("a"), "b"));
            assertThat(second.map(Versioned::id)).isEqualTo(new Page<>(List.of("c"), "d"));
            assertThat(last.map(Versioned::id)).isEqualTo(new Page<>(List.of("e"), null));
        }

        @Test
        void anIdThatIsNoneOfOursEndsNoList() {
            for (Object id : List.of(7, new ObjectId())) {
                database.getCollection("tallies").insertOne(new Document("_id", id));
            }

            assertThat(tallies.page(Filters.empty(), page(4, null)).next()).isEqualTo("d");
            assertThat(tallies.page(Filters.empty(), page(5, null)).next()).isNull();
            assertThat(tallies.find(Filters.empty(), 9))
                    .extracting(Versioned::id)
                    .containsExactly("a", "c", "e");
        }

        /// Else whatever takes up a few at a time would find the same unreadable ones for ever.
        @Test
        void aSearchGoesOnBehindIt() {
            assertThat(tallies.find(Filters.empty(), 3))
                    .extracting(Versioned::id)
                    .containsExactly("a", "c", "e");
            assertThat(tallies.findAll(List.of("a", "b", "d", "e")))
                    .extracting(Versioned::id)
                    .containsExactly("a", "e");
        }

        @Test
        void theLogSaysWhichOneItIsAndNothingOfIt(CapturedOutput output) {
            tallies.find(Filters.empty(), 3);

            assertThat(output.getOut())
                    .containsPattern("ERROR.* b in tallies cannot be read")
                    .containsPattern("ERROR.* d in tallies cannot be read")
                    .doesNotContain("secret kind");
        }

        @Test
        void whoAsksForItIsNotToldThatThereIsNone() {
            assertThatThrownBy(() -> tallies.get("b")).isNotInstanceOf(DocumentMissing.class);
        }
    }

    @Test
    void aPageThatEndsWithTheListSaysSo() {
        tallies.create("a", command("c1"), Tally.begin(9));
        tallies.create("b", command("c2"), Tally.begin(8));

        assertThat(tallies.page(Filters.empty(), page(2, null)).next()).isNull();
        assertThat(tallies.page(eq("state.most", 8), page(2, null)).map(Versioned::id))
                .isEqualTo(new Page<>(List.of("b"), null));
    }

    @Test
    void updatedFromIsInclusiveAndUpdatedBeforeExclusive() throws InterruptedException {
        Instant first = tallies.create("a", command("c1"), Tally.begin(9)).updatedAt();
        Thread.sleep(5);
        Instant second = tallies.create("b", command("c2"), Tally.begin(9)).updatedAt();
        Thread.sleep(5);
        Instant third = tallies.change("a", command("c3"), Tally::add).updatedAt();

        assertThat(updatedBetween(first, second)).isEmpty();
        assertThat(updatedBetween(second, third)).containsExactly("b");
        assertThat(updatedBetween(second, third.plusMillis(1))).containsExactly("a", "b");
    }

    private List<String> updatedBetween(Instant from, Instant before) {
        return tallies.page(Filters.empty(), new PageQuery(10, null, from, before))
                .map(Versioned::id)
                .items();
    }

    private static PageQuery page(int limit, @Nullable String after) {
        return new PageQuery(limit, after, null, null);
    }

    private List<Long> sequences(String id) {
        Document stored = database.getCollection("tallies").find(eq("_id", id)).first();
        assertThat(stored).isNotNull();
        return stored.getList("pending", Document.class).stream()
                .map(event -> event.getLong("sequence"))
                .toList();
    }
}
