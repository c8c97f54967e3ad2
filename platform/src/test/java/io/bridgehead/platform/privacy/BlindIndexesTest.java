package io.bridgehead.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Ticker;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.bridgehead.platform.testing.CutConnection;
import io.bridgehead.platform.testing.RealParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class BlindIndexesTest {

    private static final String PHONE = "13800131234";

    private final MongoDatabase database = RealParts.freshDatabase();
    private final PrivacyFixture instance = instance(database);

    private static PrivacyFixture instance(MongoDatabase keys) {
        return PrivacyFixture.on(
                keys, MasterKeys.fromBase64(PrivacyFixture.masterKey(1)), Ticker.systemTicker());
    }

    private List<Document> claims() {
        return database.getCollection("claims").find().into(new ArrayList<>());
    }

    @Test
    void aValueIsItsFirstClaimants() {
        assertThat(instance.indexes().claim("edition", PHONE, "p1")).isEqualTo("p1");
        assertThat(instance.indexes().claim("edition", PHONE, "p1")).isEqualTo("p1");
        assertThat(instance.indexes().claim("edition", PHONE, "p2")).isEqualTo("p1");

        assertThat(instance.indexes().owner("edition", PHONE)).contains("p1");
        assertThat(instance.indexes().owner("edition", "13900000000")).isEmpty();
    }

    @Test
    void aValueInAnotherScopeIsAnother() {
        instance.indexes().claim("edition", PHONE, "p1");

        assertThat(instance.indexes().claim("other", PHONE, "p2")).isEqualTo("p2");
        assertThat(instance.indexes().claim("ab", "c", "p1")).isEqualTo("p1");
        assertThat(instance.indexes().claim("a", "bc", "p2")).isEqualTo("p2");
    }

    @Test
    void allInstancesAgreeAndTheStoreHoldsNoValue() {
        PrivacyFixture other = instance(database);

        instance.indexes().claim("edition", PHONE, "p1");

        assertThat(other.indexes().owner("edition", PHONE)).contains("p1");
        assertThat(claims()).hasSize(1);
        assertThat(claims().getFirst().toJson()).doesNotContain(PHONE);
        assertThat(claims().getFirst().getString("_id")).matches("[0-9a-f]{64}");
    }

    @Test
    void anotherStoreHasOtherIndexes() {
        MongoDatabase elsewhere = RealParts.freshDatabase();
        instance.indexes().claim("edition", PHONE, "p1");
        instance(elsewhere).indexes().claim("edition", PHONE, "p1");

        assertThat(elsewhere.getCollection("claims").find().first())
                .isNotEqualTo(claims().getFirst());
    }

    @Test
    void whoIsForgottenOwnsNothingAndTheValueIsFreeAgain() {
        instance.indexes().claim("edition", PHONE, "p1");
        instance.indexes().claim("other", PHONE, "p1");
        instance.indexes().claim("edition", "13900000000", "p2");

        instance.privacy().forget("p1");

        assertThat(claims()).extracting(claim -> claim.getString("owner")).containsExactly("p2");
        assertThat(instance.indexes().owner("edition", PHONE)).isEmpty();
        assertThatThrownBy(() -> instance.indexes().claim("edition", PHONE, "p1"))
                .isInstanceOf(PersonForgotten.class);
        assertThat(claims()).hasSize(1);
        assertThat(instance.indexes().claim("edition", PHONE, "p3")).isEqualTo("p3");
    }

    /// An instance that died between its claim and its look at the tombstone leaves such a claim.
    @Test
    void aClaimThatOutlivedItsOwnerCountsForNothing() {
        instance.indexes().claim("edition", PHONE, "p1");
        Document claim = claims().getFirst();
        instance.privacy().forget("p1");
        database.getCollection("claims").insertOne(claim);

        assertThat(instance.indexes().owner("edition", PHONE)).isEmpty();
        assertThat(instance.indexes().claim("edition", PHONE, "p2")).isEqualTo("p2");
        assertThat(instance.indexes().owner("edition", PHONE)).contains("p2");
    }

    @Test
    void ofManyWhoClaimAtOnceOneGetsTheValueAndAllLearnWho() throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(8)) {
            for (int round = 0; round < 30; round++) {
                String value = "value" + round;
                CyclicBarrier together = new CyclicBarrier(8);
                Set<String> owners = new ConcurrentSkipListSet<>();
                List<Callable<Boolean>> claimants = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    String owner = "p" + i;
                    claimants.add(() -> {
                        together.await();
                        return owners.add(instance.indexes().claim("edition", value, owner));
                    });
                }
                for (Future<Boolean> done : executor.invokeAll(claimants)) {
                    done.get();
                }
                assertThat(owners).hasSize(1);
                assertThat(instance.indexes().owner("edition", value))
                        .contains(owners.iterator().next());
            }
        }
    }

    @Test
    void claimingAndForgettingAtOnceLeavesNoClaim() throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 100; round++) {
                String person = "p" + round;
                CyclicBarrier together = new CyclicBarrier(2);
                Future<?> forgetting =
                        executor.submit(() -> {
                            together.await();
                            instance.privacy().forget(person);
                            return null;
                        });
                Future<?> claiming =
                        executor.submit(() -> {
                            together.await();
                            try {
                                instance.indexes().claim("edition", PHONE, person);
                            } catch (PersonForgotten e) {
                                // this is one of the two orders
                            }
                            return null;
                        });
                forgetting.get();
                claiming.get();
                assertThat(claims()).isEmpty();
            }
        }
    }

    @Test
    void aClaimWhoseAnswerWasLostIsFoundDone() {
        try (CutConnection cut = CutConnection.to(RealParts.mongo());
                MongoClient client = MongoClients.create(cut.address())) {
            PrivacyFixture overCut = instance(client.getDatabase(database.getName()));

            cut.loseTheNextAnswerTo("findAndModify");
            String owner = overCut.indexes().claim("edition", PHONE, "p1");

            assertThat(cut.answersLost()).isEqualTo(1);
            assertThat(owner).isEqualTo("p1");
            assertThat(claims()).hasSize(1);
        }
    }
}
