package io.bridgehead.platform.privacy;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Ticker;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.testing.CutConnection;
import io.bridgehead.platform.testing.RealParts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

class PrivacyTest {

    public record Guest(String id, PersonalText name) {}

    private final MongoDatabase database = RealParts.freshDatabase();
    private final AtomicLong elapsed = new AtomicLong();
    private final Privacy privacy = instance(database);

    private Privacy instance(MongoDatabase keys) {
        Ticker ticker = elapsed::get;
        return PrivacyFixture.on(keys, MasterKeys.fromBase64(PrivacyFixture.masterKey(1)), ticker)
                .privacy();
    }

    private void pass(Duration time) {
        elapsed.addAndGet(time.toNanos());
    }

    @Test
    void whatIsProtectedIsRevealed() {
        PersonalText text = privacy.protect("p1", "王小木");

        assertThat(privacy.reveal(text)).contains("王小木");
        assertThat(instance(database).reveal(text)).contains("王小木");
    }

    @Test
    void theCiphertextHoldsNoClearTextAndNoTwoAreAlike() {
        PersonalText text = privacy.protect("p1", "13800131234");

        String bytes =
                new String(
                        Base64.getUrlDecoder().decode(text.ciphertext()),
                        StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain("13800131234");
        assertThat(text.ciphertext()).doesNotContain("13800131234");
        assertThat(privacy.protect("p1", "13800131234")).isNotEqualTo(text);
    }

    @Test
    void aTextCannotBePassedOffAsAnotherPersons() {
        PersonalText text = privacy.protect("p1", "王小木");
        privacy.protect("p2", "李四");

        assertThatThrownBy(() -> privacy.reveal(new PersonalText("p2", text.ciphertext())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("p2")
                .hasMessageNotContaining(text.ciphertext());
    }

    @Test
    void aTextIsBoundToItsPersonEvenUnderTheSameKey() {
        PersonalText text = privacy.protect("p1", "王小木");
        giveTheKeyOf("p1", "p2");

        assertThatThrownBy(() -> privacy.reveal(new PersonalText("p2", text.ciphertext())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not open with master key");
    }

    /// As someone could who writes to the store and lacks the master key.
    private void giveTheKeyOf(String owner, String thief) {
        MongoCollection<Document> persons = database.getCollection("persons");
        Document stolen = Objects.requireNonNull(persons.find(eq("_id", owner)).first());
        persons.insertOne(new Document(stolen).append("_id", thief));
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void whereATextIsMaskedOneThatDoesNotOpenHidesItself(CapturedOutput output) {
        PersonalText text = privacy.protect("p1", "王小木");
        PersonalText changed = new PersonalText("p1", "A" + text.ciphertext().substring(1, 40));

        assertThat(privacy.masked(text, Masking::name)).contains("王*木");
        assertThat(privacy.masked(changed, Masking::name)).isEmpty();
        assertThat(privacy.masked(new PersonalText("p2", text.ciphertext()), Masking::name))
                .isEmpty();
        assertThat(output.getOut())
                .containsPattern("ERROR.* not shown: .*p1")
                .containsPattern("ERROR.* not shown: .*p2")
                .doesNotContain(changed.ciphertext(), "王");

        privacy.forget("p1");
        assertThat(privacy.masked(text, Masking::name)).isEmpty();
    }

    @Test
    void aChangedTextIsRefused() {
        PersonalText text = privacy.protect("p1", "王小木");
        byte[] bytes = Base64.getUrlDecoder().decode(text.ciphertext());

        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            PersonalText other =
                    new PersonalText("p1", Base64.getUrlEncoder().encodeToString(changed));
            assertThatThrownBy(() -> privacy.reveal(other))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> privacy.reveal(new PersonalText("p1", "no base64!")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void afterForgettingNothingIsReadableOnAnyInstanceWithinAMinute() {
        Privacy other = instance(database);
        PersonalText text = privacy.protect("p1", "王小木");
        assertThat(other.reveal(text)).contains("王小木");

        privacy.forget("p1");

        assertThat(privacy.reveal(text)).isEmpty();
        assertThat(instance(database).reveal(text)).isEmpty();
        pass(Privacy.KEPT_IN_MEMORY);
        assertThat(other.reveal(text)).isEmpty();
        assertThat(Privacy.KEPT_IN_MEMORY).isLessThanOrEqualTo(Duration.ofSeconds(30));
    }

    /// A key that is used all the time leaves the memory as well.
    @Test
    void readingDoesNotKeepAKeyInMemory() {
        Privacy other = instance(database);
        PersonalText text = privacy.protect("p1", "王小木");
        other.reveal(text);
        privacy.forget("p1");

        for (int i = 0; i < 30; i++) {
            other.reveal(text);
            pass(Duration.ofSeconds(1));
        }

        assertThat(other.reveal(text)).isEmpty();
    }

    @Test
    void othersStayReadable() {
        PersonalText theirs = privacy.protect("p2", "李四");
        privacy.protect("p1", "王小木");

        privacy.forget("p1");

        assertThat(privacy.reveal(theirs)).contains("李四");
    }

    @Test
    void aRestoredDocumentIsAsUnreadableAsTheOneThatWasDeleted() {
        MongoCollection<Guest> guests =
                RealParts.freshDatabase()
                        .withCodecRegistry(Documents.CODECS)
                        .getCollection("guests", Guest.class);
        guests.insertOne(new Guest("g1", privacy.protect("p1", "王小木")));
        Guest backup = Objects.requireNonNull(guests.find().first());
        privacy.forget("p1");
        guests.deleteMany(new Document());

        guests.insertOne(backup);

        Guest restored = Objects.requireNonNull(guests.find().first());
        assertThat(privacy.reveal(restored.name())).isEmpty();
        assertThat(instance(database).reveal(restored.name())).isEmpty();
    }

    @Test
    void nobodyWhoIsForgottenGetsAKeyAgain() {
        privacy.protect("p1", "王小木");
        privacy.forget("p1");
        privacy.forget("p1");
        privacy.forget("never-seen");

        for (Privacy each : List.of(privacy, instance(database))) {
            assertThatThrownBy(() -> each.protect("p1", "王小木"))
                    .isInstanceOfSatisfying(
                            PersonForgotten.class, e -> assertThat(e.person()).isEqualTo("p1"));
            assertThatThrownBy(() -> each.protect("never-seen", "王小木"))
                    .isInstanceOf(PersonForgotten.class);
        }
        Document tombstone =
                Objects.requireNonNull(
                        database.getCollection("persons").find(eq("_id", "p1")).first());
        assertThat(tombstone.keySet()).containsExactlyInAnyOrder("_id", "forgottenAt");
    }

    @Test
    void instancesThatMakeAPersonsKeyAtOnceEndWithOne() throws Exception {
        List<Privacy> instances = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            instances.add(instance(database));
        }
        try (ExecutorService executor = Executors.newFixedThreadPool(instances.size())) {
            for (int round = 0; round < 50; round++) {
                String person = "p" + round;
                CyclicBarrier together = new CyclicBarrier(instances.size());
                List<Callable<PersonalText>> writers = new ArrayList<>();
                for (Privacy each : instances) {
                    writers.add(() -> {
                        together.await();
                        return each.protect(person, "王小木");
                    });
                }
                Privacy reader = instance(database);
                for (Future<PersonalText> text : executor.invokeAll(writers)) {
                    assertThat(reader.reveal(text.get())).contains("王小木");
                }
            }
        }
    }

    @Test
    void whoeverWinsTheRaceOfProtectingAndForgettingThePersonIsForgotten() throws Exception {
        int protectedFirst = 0;
        List<Privacy> instances =
                List.of(instance(database), instance(database), instance(database));
        try (ExecutorService executor = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < 100; round++) {
                String person = "p" + round;
                CyclicBarrier together = new CyclicBarrier(4);
                Duration later = Duration.ofNanos(round * 50_000L);
                Future<?> forgetting =
                        executor.submit(() -> {
                            together.await();
                            LockSupport.parkNanos(later.toNanos());
                            privacy.forget(person);
                            return null;
                        });
                List<Future<PersonalText>> writing = new ArrayList<>();
                for (Privacy each : instances) {
                    writing.add(
                            executor.submit(() -> {
                                together.await();
                                return each.protect(person, "王小木");
                            }));
                }
                forgetting.get();
                for (Future<PersonalText> text : writing) {
                    try {
                        PersonalText written = text.get();
                        protectedFirst++;
                        assertThat(instance(database).reveal(written)).isEmpty();
                    } catch (ExecutionException e) {
                        assertThat(e).hasCauseInstanceOf(PersonForgotten.class);
                    }
                }
                assertThatThrownBy(() -> instance(database).protect(person, "王小木"))
                        .isInstanceOf(PersonForgotten.class);
            }
        }
        assertThat(protectedFirst).as("both orders were met").isBetween(1, 299);
    }

    @Test
    void aKeyWhoseMakingWasNotAnsweredIsTheOneThatIsUsed() {
        try (CutConnection cut = CutConnection.to(RealParts.mongo());
                MongoClient client = MongoClients.create(cut.address())) {
            Privacy overCut = instance(client.getDatabase(database.getName()));

            cut.loseTheNextAnswerTo("findAndModify");
            PersonalText text = overCut.protect("p1", "王小木");

            assertThat(cut.answersLost()).isEqualTo(1);
            assertThat(privacy.reveal(text)).contains("王小木");
        }
    }

    @Test
    void aForgettingThatWasNotAnsweredIsDone() {
        PersonalText text = privacy.protect("p1", "王小木");
        try (CutConnection cut = CutConnection.to(RealParts.mongo());
                MongoClient client = MongoClients.create(cut.address())) {
            Privacy overCut = instance(client.getDatabase(database.getName()));

            cut.loseTheNextAnswerTo("update");
            overCut.forget("p1");

            assertThat(cut.answersLost()).isEqualTo(1);
            assertThat(instance(database).reveal(text)).isEmpty();
        }
    }

    /// Not the same as forgotten: data would seem to be gone that a restored key store brings back.
    @Test
    void aKeyThatIsMissingWithoutATombstoneIsAFault() {
        PersonalText text = privacy.protect("p1", "王小木");
        database.getCollection("persons").deleteOne(eq("_id", "p1"));

        assertThatThrownBy(() -> instance(database).reveal(text))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no key of p1");
    }
}
