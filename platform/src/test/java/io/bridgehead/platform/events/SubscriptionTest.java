package io.bridgehead.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import io.bridgehead.platform.documents.Aggregates;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.documents.Tally;
import io.bridgehead.platform.events.Listening.Ear;
import io.bridgehead.platform.events.Listening.Heard;
import io.bridgehead.platform.testing.CutConnection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class SubscriptionTest {

    private static final String A = "a";
    private static final String BESIDES_A = Listening.besides(A);

    private final Place place = Place.fresh();
    private final Listening listening = new Listening(place);

    @AfterEach
    void closeProducer() {
        listening.close();
    }

    @Test
    void whatComesAgainIsDropped() {
        try (Ear ear = listening.start()) {
            sendAll(A, 1, 2, 3, 1, 2, 3, 2, 4);

            awaitHeard(ear, A, 1, 2, 3, 4);
            await().until(() -> listening.handled() == 8);
            assertThat(ear.heard(A)).containsExactly(1, 2, 3, 4);
        }
    }

    @Test
    void aCommandThatAnEventCausesIsDoneOnceHoweverOftenItArrives() {
        AtomicInteger handled = new AtomicInteger();
        try (Instance instance =
                Instance.listening(
                        place,
                        documents -> {
                            Aggregates<Tally, Tally.Counted> tallies = Instance.tallies(documents);
                            return Subscription.to("target", place.topic())
                                    .on(
                                            Listening.TYPE,
                                            Heard.class,
                                            event -> {
                                                if (event.subject().equals(A)) {
                                                    tallies.change(
                                                            "target",
                                                            event.command("count"),
                                                            Tally::add);
                                                    handled.incrementAndGet();
                                                }
                                            })
                                    .build();
                        })) {
            instance.create("target");
            sendAll(A, 1, 1, 2, 1, 2, 3);

            await().until(() -> handled.get() == 6);
            assertThat(instance.tallies().get("target").state().count()).isEqualTo(3);
        }
    }

    @Test
    void aPoisonedEventHoldsUpItsOwnAggregateAloneAndIsMendedAndReplayed() {
        try (Ear ear = listening.start()) {
            sendAll(A, 1);
            listening.send(A, 2, "{\"to\":\"two\"}");
            sendAll(A, 3);
            sendAll(BESIDES_A, 1, 2);

            awaitHeard(ear, BESIDES_A, 1, 2);
            assertThat(ear.heard(A)).containsExactly(1);
            List<ParkedEvent> parked = parked(ear);
            assertThat(parked).extracting(ParkedEvent::sequence).containsExactly(2L, 3L);
            assertThat(parked.getFirst().reason()).contains("Heard[\"to\"]");
            assertThat(parked.getLast().reason()).isNull();

            String poisoned = parked.getFirst().id();
            assertThat(ear.parked().mend(poisoned, Map.of("to", 2))).isPresent();
            assertThat(ear.parked().replay(poisoned)).isPresent();

            awaitHeard(ear, A, 1, 2, 3);
            await().until(() -> parked(ear).isEmpty());
            sendAll(A, 4);
            awaitHeard(ear, A, 1, 2, 3, 4);
            assertThat(parked(ear)).isEmpty();
        }
    }

    @Test
    void anotherInstanceParksWhatFollowsAPoisonedEvent() {
        listening.send(A, 1, "{\"to\":\"one\"}");
        try (Ear first = listening.start()) {
            await().until(() -> parked(first).size() == 1);
        }
        try (Ear second = listening.start()) {
            sendAll(A, 2);
            sendAll(BESIDES_A, 1);

            awaitHeard(second, BESIDES_A, 1);
            assertThat(second.heard(A)).isEmpty();
            assertThat(parked(second)).extracting(ParkedEvent::sequence).containsExactly(1L, 2L);
        }
    }

    @Test
    void aReplayThatFailsAgainIsNotTriedForEver() throws InterruptedException {
        listening.before(event -> {
            if (event.sequence() == 1) {
                throw new IllegalStateException("not yet");
            }
        });
        try (Ear ear = listening.start()) {
            sendAll(A, 1, 2);
            await().until(() -> parked(ear).size() == 2);
            assertThat(listening.handled()).isEqualTo(3);

            ear.parked().replay(parked(ear).getLast().id());

            await().until(() -> listening.handled() == 6);
            await().until(() -> !parked(ear).getFirst().replaying());
            Thread.sleep(1_500);
            assertThat(listening.handled()).isEqualTo(6);

            listening.before(_ -> {});
            ear.parked().replay(parked(ear).getFirst().id());
            awaitHeard(ear, A, 1, 2);
        }
    }

    @Test
    void whatWaitsBehindADiscardedEventGoesOn() {
        try (Ear ear = listening.start()) {
            sendAll(A, 1);
            listening.send(A, 2, "{\"to\":\"two\"}");
            sendAll(A, 3, 4);
            await().until(() -> parked(ear).size() == 3);

            assertThat(ear.parked().discard(parked(ear).getFirst().id())).isPresent();

            awaitHeard(ear, A, 1, 3, 4);
            sendAll(A, 5);
            awaitHeard(ear, A, 1, 3, 4, 5);
            assertThat(parked(ear)).isEmpty();
        }
    }

    @Test
    void whatWasDiscardedOrMendedAndComesAgainHoldsUpNothing() {
        try (Ear ear = listening.start()) {
            listening.send(A, 1, "{\"to\":\"one\"}");
            listening.send(BESIDES_A, 1, "{\"to\":\"one\"}");
            sendAll(BESIDES_A, 2);
            await().until(() -> parked(ear).size() == 3);
            String discarded = parkedOf(ear, A);
            String mended = parkedOf(ear, BESIDES_A);
            assertThat(ear.parked().discard(discarded)).isPresent();
            assertThat(ear.parked().mend(mended, Map.of("to", 1))).isPresent();
            assertThat(ear.parked().replay(mended)).isPresent();
            awaitHeard(ear, BESIDES_A, 1, 2);
            sendAll(A, 2);
            awaitHeard(ear, A, 2);

            listening.send(A, 1, "{\"to\":\"one\"}");
            listening.send(BESIDES_A, 1, "{\"to\":\"one\"}");
            sendAll(A, 3);
            sendAll(BESIDES_A, 3);

            await().until(() -> !parked(ear).isEmpty() || ear.heard(BESIDES_A).size() == 3);
            assertThat(parked(ear)).isEmpty();
            awaitHeard(ear, A, 2, 3);
            awaitHeard(ear, BESIDES_A, 1, 2, 3);
        }
    }

    private static String parkedOf(Ear ear, String subject) {
        return parked(ear).stream()
                .filter(one -> one.subject().equals(subject))
                .map(ParkedEvent::id)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRecordThatIsNoEventOfOursHoldsUpItsKeyAndNothingElse() {
        try (Ear ear = listening.start()) {
            listening.send(new ProducerRecord<>(place.topic(), A, new byte[] {1, 2, 3}));
            listening.send(new ProducerRecord<>(place.topic(), A, null));
            sendAll(A, 1);
            sendAll(BESIDES_A, 1);

            awaitHeard(ear, BESIDES_A, 1);
            await().until(() -> parked(ear).size() == 3);
            List<ParkedEvent> unreadable =
                    parked(ear).stream().filter(one -> one.type().equals("unreadable")).toList();
            assertThat(unreadable).hasSize(2);

            unreadable.forEach(one -> ear.parked().discard(one.id()));

            awaitHeard(ear, A, 1);
        }
    }

    @Test
    void whatIsDoneOfASlowBatchIsDoneThoughTheBatchIsNot() throws Exception {
        int held = 20;
        CountDownLatch gate = new CountDownLatch(1);
        IntStream.rangeClosed(1, held).forEach(i -> listening.send(A, i));
        listening.before(event -> {
            try {
                if (event.sequence() == held) {
                    gate.await();
                } else {
                    Thread.sleep(100);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try (Ear ear = listening.start();
                Admin admin = Admin.create(Map.of("bootstrap.servers", place.kafka()))) {
            await().until(() -> listening.handled() == held);

            Map<TopicPartition, OffsetAndMetadata> committed =
                    admin.listConsumerGroupOffsets(Instance.SERVICE + ".tallies.1")
                            .partitionsToOffsetAndMetadata()
                            .get();
            assertThat(committed.values()).anyMatch(at -> at.offset() > 0);
            gate.countDown();
            awaitHeard(ear, A, IntStream.rangeClosed(1, held).boxed().toArray(Integer[]::new));
        }
    }

    @Test
    void whileTheDatabaseIsAwayItWaitsAndLosesNothing() throws InterruptedException {
        try (CutConnection cut = CutConnection.to(place.mongo());
                Ear ear = listening.start(place.through(impatient(cut))).connected()) {
            listening.before(event -> {
                if (event.sequence() == 6 && !cut.isAway()) {
                    listening.before(_ -> {});
                    cut.goAway();
                }
            });
            IntStream.rangeClosed(1, 20).forEach(i -> listening.send(A, i));
            await().until(cut::isAway);
            Thread.sleep(1_000);

            cut.comeBack();

            awaitHeard(ear, A, IntStream.rangeClosed(1, 20).boxed().toArray(Integer[]::new));
            assertThat(parked(ear)).isEmpty();
        }
    }

    @Test
    void aDatabaseThatGoesAwayWhileAnEventIsParkedCostsNoEventItsPlace() {
        try (CutConnection cut = CutConnection.to(place.mongo());
                Ear ear = listening.start(place.through(impatient(cut))).connected()) {
            listening.before(event -> {
                if (event.sequence() == 2) {
                    cut.goAway();
                    throw new IllegalStateException("poisoned");
                }
            });
            sendAll(A, 1, 2, 3);
            sendAll(BESIDES_A, 1);
            await().until(cut::isAway);
            listening.before(event -> {
                if (event.sequence() == 2) {
                    throw new IllegalStateException("poisoned");
                }
            });

            cut.comeBack();

            awaitHeard(ear, BESIDES_A, 1);
            await().until(() -> parked(ear).size() == 2);
            assertThat(parked(ear)).extracting(ParkedEvent::sequence).containsExactly(2L, 3L);
            assertThat(ear.heard(A)).containsExactly(1);
        }
    }

    /// The driver's own patience of 30 s is more than a test has.
    private static String impatient(CutConnection cut) {
        return cut.address() + "&serverSelectionTimeoutMS=300&connectTimeoutMS=300";
    }

    @Test
    void twoInstancesShareTheWorkAndOneGoesOnAloneWhenTheOtherLeaves() {
        Set<String> threads = ConcurrentHashMap.newKeySet();
        List<String> ids = IntStream.range(0, 24).mapToObj(i -> "t" + i).toList();
        listening.before(_ -> threads.add(Thread.currentThread().toString()));
        try (Ear first = listening.start()) {
            try (Ear second = listening.start()) {
                await().until(() -> {
                    ids.forEach(id -> listening.send(id, 1));
                    return threads.size() == 2;
                });
                ids.forEach(id -> listening.send(id, 2));
                ids.forEach(id -> awaitHeard(second, id, 1, 2));
            }
            ids.forEach(id -> listening.send(id, 3));

            ids.forEach(id -> awaitHeard(first, id, 1, 2, 3));
            assertThat(parked(first)).isEmpty();
        }
    }

    private void sendAll(String id, int... sequences) {
        for (int sequence : sequences) {
            listening.send(id, sequence);
        }
    }

    private static void awaitHeard(Ear ear, String id, Integer... heard) {
        await().ignoreExceptionsInstanceOf(MongoException.class)
                .untilAsserted(() -> assertThat(ear.heard(id)).containsExactly(heard));
    }

    private static List<ParkedEvent> parked(Ear ear) {
        return ear.parked().page(new PageQuery(100, null, null, null)).items();
    }
}
