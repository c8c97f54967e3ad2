package io.bridgehead.registration.places;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.inc;
import static io.bridgehead.registration.edition.GuestKind.DELEGATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import io.bridgehead.platform.documents.DocumentMissing;
import io.bridgehead.platform.testing.RealParts;
import io.bridgehead.registration.TestDocuments;
import io.bridgehead.registration.edition.EditionFixture;
import io.bridgehead.registration.edition.Quota;
import io.bridgehead.registration.places.Places.Block;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class PlacesByEditionTest {

    private static final String EDITION = "2025-quzhou";

    private final TestDocuments documents = new TestDocuments();
    private final PlacesByEdition places = instance();
    private final DrawingPlaces drawing = new DrawingPlaces(places);

    private PlacesByEdition instance() {
        return new PlacesByEdition(documents.open(), EditionFixture.editions(documents.open()));
    }

    private void open(Quota... quotas) {
        EditionFixture.open(documents.open(), EDITION, quotas);
    }

    @Test
    void anEditionHasItsPlacesFromTheMomentItIsOpened() {
        open(new Quota("sr", DELEGATE, 2));

        assertThat(places.get(EDITION).blocks())
                .containsExactly(new Block("sr", DELEGATE, 2, List.of(), List.of()));
        assertThatThrownBy(() -> places.get("2031-nowhere")).isInstanceOf(DocumentMissing.class);
    }

    @Test
    void tellsOfEachPlaceThatChangesHands() {
        open(new Quota("sr", DELEGATE, 1));
        drawing.draw(EDITION, "a", "sr", DELEGATE);
        drawing.draw(EDITION, "b", "sr", DELEGATE);
        drawing.release(EDITION, "a");

        assertThat(places.get(EDITION).blocks())
                .containsExactly(new Block("sr", DELEGATE, 1, List.of("b"), List.of()));
        assertThat(documents.events(EDITION + "/places"))
                .containsExactly(
                        "place.granted.v1",
                        "place.queued.v1",
                        "place.released.v1",
                        "place.granted.v1");
    }

    /// The promise of 4,000 attempts at 1,000 places, in small.
    @Test
    void manyAtOnceGetExactlyAsManyPlacesAsThereAre() throws Exception {
        int attempts = 200;
        int quota = 50;
        open(new Quota("sr", DELEGATE, quota));
        List<Integer> twice = new ArrayList<>();
        IntStream.range(0, attempts).forEach(twice::add);
        // Some are delivered again, as events are.
        IntStream.range(0, attempts / 4).forEach(twice::add);
        Collections.shuffle(twice, new Random(7));
        DrawingPlaces other = new DrawingPlaces(instance());
        List<Callable<Void>> draws = new ArrayList<>();
        for (int delegate : twice) {
            DrawingPlaces instance = delegate % 2 == 0 ? drawing : other;
            draws.add(() -> {
                instance.draw(EDITION, "d" + delegate, "sr", DELEGATE);
                return null;
            });
        }

        runAtOnce(draws);

        Block block = instance().get(EDITION).blocks().getFirst();
        assertThat(block.granted()).hasSize(quota).doesNotHaveDuplicates();
        assertThat(block.waiting()).hasSize(attempts - quota).doesNotHaveDuplicates();
        assertThat(block.granted()).doesNotContainAnyElementsOf(block.waiting());
        assertThat(documents.events(EDITION + "/places"))
                .hasSize(attempts)
                .filteredOn("place.granted.v1"::equals)
                .hasSize(quota);
    }

    /// The same with a look before the write and no condition on it: so many would get a place.
    @Test
    void withoutTheConditionTheSameRaceOversells() throws Exception {
        MongoCollection<Document> unguarded = RealParts.freshDatabase().getCollection("unguarded");
        unguarded.insertOne(new Document("_id", EDITION).append("granted", 0));
        Callable<Void> draw =
                () -> {
                    Document seen = unguarded.find(eq("_id", EDITION)).first();
                    if (seen != null && seen.getInteger("granted") < 10) {
                        unguarded.updateOne(eq("_id", EDITION), inc("granted", 1));
                    }
                    return null;
                };

        runAtOnce(Collections.nCopies(200, draw));

        Document after = unguarded.find(eq("_id", EDITION)).first();
        assertThat(after).isNotNull();
        assertThat(after.getInteger("granted")).isGreaterThan(10);
    }

    @Test
    void theLineMovesForEveryoneWithoutAWriteToThem() {
        open(new Quota("sr", DELEGATE, 1));
        for (String delegate : List.of("a", "b", "c", "d")) {
            drawing.draw(EDITION, delegate, "sr", DELEGATE);
        }

        drawing.release(EDITION, "b");
        drawing.release(EDITION, "a");

        assertThat(places.get(EDITION).position("c")).isEqualTo(OptionalInt.empty());
        assertThat(places.get(EDITION).position("d")).hasValue(1);
    }

    private static void runAtOnce(List<Callable<Void>> work) throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(32)) {
            for (Future<Void> done : executor.invokeAll(work)) {
                done.get();
            }
        }
    }
}
