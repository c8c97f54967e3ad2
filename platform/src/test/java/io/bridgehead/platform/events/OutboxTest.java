package io.bridgehead.platform.events;

import static com.mongodb.client.model.Filters.exists;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.bridgehead.platform.documents.Aggregates;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.DocumentSettings;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.OutgoingEvent;
import io.bridgehead.platform.documents.Tally;
import io.bridgehead.platform.documents.Unsent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class OutboxTest {

    private final Place place = Place.fresh();

    @Test
    void eventsArriveInOrderPerAggregateAndOnce() throws Exception {
        try (Instance instance = Instance.writing(place)) {
            for (int i = 0; i < 20; i++) {
                instance.create("t" + i);
            }
            List<Callable<Void>> commands = new ArrayList<>();
            for (int number = 1; number <= 10; number++) {
                for (int i = 0; i < 20; i++) {
                    String id = "t" + i;
                    int add = number;
                    commands.add(() -> {
                        instance.add(id, add);
                        return null;
                    });
                }
            }
            try (ExecutorService executor = Executors.newFixedThreadPool(16)) {
                for (Future<Void> done : executor.invokeAll(commands)) {
                    done.get();
                }
            }

            awaitNothingPending(instance);
            Map<String, List<Long>> sequences = Wire.sequences(Wire.read(place, 220));
            assertThat(sequences).hasSize(20);
            assertThat(sequences.values()).allSatisfy(OutboxTest::isElevenInOrder);
        }
    }

    @Test
    void onTheWireAnEventIsACloudEventInBinaryMode() {
        try (Instance instance = Instance.writing(place)) {
            instance.create("a");
            instance.add("a", 1);

            ConsumerRecord<String, byte[]> record = Wire.read(place, 2).getLast();

            assertThat(record.key()).isEqualTo("a");
            assertThat(new String(record.value(), StandardCharsets.UTF_8)).isEqualTo("{\"to\":1}");
            Map<String, String> headers = new HashMap<>();
            record.headers()
                    .forEach(header ->
                            headers.put(
                                    header.key(),
                                    new String(header.value(), StandardCharsets.UTF_8)));
            assertThat(headers)
                    .containsEntry("ce_specversion", "1.0")
                    .containsEntry("ce_type", "tally.counted.v1")
                    .containsEntry("ce_source", "/bridgehead/counting")
                    .containsEntry("ce_subject", "a")
                    .containsEntry("ce_sequence", "2")
                    .containsEntry("ce_cities", "qz,sr")
                    .containsEntry("content-type", "application/json")
                    .containsKeys("ce_id", "ce_time");
            assertThat(Instant.parse(headers.get("ce_time")).toEpochMilli())
                    .isEqualTo(record.timestamp());
        }
    }

    private static void isElevenInOrder(List<Long> sequences) {
        assertThat(sequences).isEqualTo(LongStream.rangeClosed(1, 11).boxed().toList());
    }

    @Test
    void whatASenderSendsLateComesAfterAllFirstOccurrencesAndInOrder() {
        try (Outbox paused = new Outbox(Wire.producer(place), place.settings());
                MongoClient client = MongoClients.create(place.mongo())) {
            Aggregates<Tally, Tally.Counted> unsending = unsending(client);
            create(unsending, "a");
            add(unsending, "a", 1);
            Unsent takenBeforeThePause = unsending.unsent(soon(), 1).getFirst();
            add(unsending, "a", 2);

            // only now, so that its sweep cannot come between, however slow the machine is
            try (Instance other = Instance.writing(place)) {
                awaitNothingPending(other);
                paused.offer(takenBeforeThePause);

                List<ConsumerRecord<String, byte[]>> records = Wire.read(place, 5);
                assertThat(Wire.firstOccurrences(records))
                        .isEqualTo(Map.of("a", List.of(1L, 2L, 3L)));
                assertThat(Wire.sequences(records).get("a")).endsWith(1L, 2L);
            }
        }
    }

    @Test
    void theSweepWorksOffABacklogOfManyDocuments() {
        int documents = 2_300;
        try (Instance instance = Instance.writing(place)) {
            Aggregates<Tally, Tally.Counted> unsending = unsending(instance.get(MongoClient.class));
            for (int i = 0; i < documents; i++) {
                create(unsending, "t" + i);
            }
            add(unsending, "t7", 1);

            awaitNothingPending(instance);

            Map<String, List<Long>> first = Wire.firstOccurrences(Wire.read(place, documents + 1));
            assertThat(first).hasSize(documents);
            assertThat(first.get("t7")).containsExactly(1L, 2L);
        }
    }

    @Test
    void anEventThatTheBrokerWouldRefuseIsRefusedBeforeItIsWritten() {
        try (Instance instance = Instance.writing(place)) {
            Aggregates<Tally, Tally.Counted> wordy =
                    instance.get(Documents.class)
                            .aggregates(
                                    "wordy",
                                    Tally.class,
                                    (_, _, _) ->
                                            new OutgoingEvent(
                                                    "tally.told.v1",
                                                    Set.of("qz"),
                                                    "衢".repeat(300_000)));

            assertThatThrownBy(() -> create(wordy, "a"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("tally.told.v1 of a has more than 300000 characters");
            assertThat(wordy.find("a")).isEmpty();
        }
    }

    @Test
    void aCollectionThatCannotBeCleanedKeepsNoOtherFromIt() {
        try (Outbox outbox = new Outbox(Wire.producer(place), place.settings());
                MongoClient client =
                        clientWhere(
                                "update",
                                collection -> {
                                    switch (collection) {
                                        // so that the others are one batch behind it
                                        case "slow" -> pause(Duration.ofSeconds(2));
                                        case "good" -> {}
                                        default -> throw new PassingError();
                                    }
                                })) {
            Documents documents = documents(client, outbox::offer);
            create(named(documents, "slow"), "a");
            for (int i = 0; i < 20; i++) {
                create(named(documents, "bad" + i), "a");
            }
            create(named(documents, "good"), "a");

            await().until(() -> pending(client, "good") == 0);
            assertThat(pending(client, "bad7")).isEqualTo(1);

            create(named(documents, "good"), "b");
            await().until(() -> pending(client, "good") == 0);
        }
    }

    @Test
    void aSearchThatFailsEndsNoSweep() {
        try (Outbox outbox = new Outbox(Wire.producer(place), place.settings());
                MongoClient client =
                        clientWhere(
                                "find",
                                collection -> {
                                    if (collection.equals("bad")) {
                                        throw new PassingError();
                                    }
                                })) {
            Documents documents = documents(client, _ -> {});
            create(named(documents, "bad"), "a");
            create(named(documents, "good"), "a");
            Sweep sweep = new Sweep(documents, outbox, place.settings(), Clock.systemUTC());
            sweep.start();
            try {
                await().until(() -> pending(client, "good") == 0);
                create(named(documents, "good"), "b");
                await().until(() -> pending(client, "good") == 0);
                assertThat(sweep.isRunning()).isTrue();
            } finally {
                sweep.stop();
            }
        }
    }

    /// As when memory is short for a moment.
    private static final class PassingError extends Error {
        private static final long serialVersionUID = 1;
    }

    /// @param onCollection is told the collection of every command of that name before it is sent
    private MongoClient clientWhere(String command, Consumer<String> onCollection) {
        return MongoClients.create(
                MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(place.mongo()))
                        .addCommandListener(
                                new CommandListener() {
                                    @Override
                                    public void commandStarted(CommandStartedEvent event) {
                                        if (event.getCommandName().equals(command)) {
                                            onCollection.accept(
                                                    event.getCommand()
                                                            .getString(command)
                                                            .getValue());
                                        }
                                    }
                                })
                        .build());
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Aggregates<Tally, Tally.Counted> named(Documents documents, String collection) {
        return documents.aggregates(collection, Tally.class, Tally::announce);
    }

    private long pending(MongoClient client, String collection) {
        return client.getDatabase(place.database())
                .getCollection(collection)
                .countDocuments(exists("pending.0"));
    }

    private Documents documents(MongoClient client, Consumer<Unsent> outbox) {
        return new Documents(
                client.getDatabase(place.database()),
                new DocumentSettings(place.database(), 1_000, Duration.ofSeconds(10)),
                Clock.tick(Clock.systemUTC(), Duration.ofMillis(1)),
                () -> null,
                outbox);
    }

    /// Aggregates whose events nobody sends: as if the writer had died after each write.
    private Aggregates<Tally, Tally.Counted> unsending(MongoClient client) {
        return Instance.tallies(documents(client, _ -> {}));
    }

    private static void create(Aggregates<Tally, Tally.Counted> tallies, String id) {
        var _ = tallies.create(id, new CommandId("create-" + id), Tally.begin(1_000));
    }

    private static void add(Aggregates<Tally, Tally.Counted> tallies, String id, int number) {
        var _ = tallies.change(id, new CommandId("add-" + number), Tally::add);
    }

    private static Instant soon() {
        return Instant.now().plusSeconds(60);
    }

    private void awaitNothingPending(Instance instance) {
        await().until(() ->
                instance.get(MongoClient.class)
                                .getDatabase(place.database())
                                .getCollection("tallies")
                                .countDocuments(exists("pending.0"))
                        == 0);
    }
}
