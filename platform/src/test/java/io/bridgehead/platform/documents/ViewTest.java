package io.bridgehead.platform.documents;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import io.bridgehead.platform.testing.RealParts;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ViewTest {

    public record Sum(String name, int of) {

        static Sum plus(@Nullable Sum before, int more) {
            return new Sum("sum", more + (before == null ? 0 : before.of()));
        }
    }

    private final MongoDatabase database = RealParts.freshDatabase();
    private final View<Sum> sums = view();

    private View<Sum> view() {
        return new Documents(
                        database,
                        new DocumentSettings(database.getName(), 10, Duration.ofSeconds(10)),
                        Clock.systemUTC(),
                        () -> null,
                        _ -> {})
                .view("sums", Sum.class);
    }

    private void add(String id, String source, long sequence, int more) {
        sums.apply(id, source, sequence, before -> Sum.plus(before, more));
    }

    @Test
    void anEventIsAppliedOnceAndAnOlderOneNotAtAll() {
        add("a", "s", 2, 10);
        add("a", "s", 2, 10);
        add("a", "s", 1, 100);
        add("a", "s", 3, 1);

        assertThat(sums.find("a")).contains(new Sum("sum", 11));
    }

    @Test
    void whatIsNotAppliedYetIsSaidOfAllAtOnce() {
        add("a", "s", 2, 10);
        add("a", "other", 1, 1);
        add("b", "s", 1, 1);
        View.Mark later = new View.Mark("a", "s", 3);
        View.Mark elsewhere = new View.Mark("b", "other", 1);
        View.Mark nowhere = new View.Mark("c", "s", 1);

        assertThat(
                        sums.notYetApplied(
                                List.of(
                                        new View.Mark("a", "s", 1),
                                        new View.Mark("a", "s", 2),
                                        new View.Mark("a", "other", 1),
                                        later,
                                        elsewhere,
                                        nowhere)))
                .containsExactlyInAnyOrder(later, elsewhere, nowhere);
    }

    @Test
    void eachSourceHasItsOwnSequence() {
        add("a", "s", 5, 10);
        add("a", "other", 1, 1);

        assertThat(sums.find("a")).contains(new Sum("sum", 11));
    }

    @Test
    void writersWhoMeetLoseNothing() throws Exception {
        List<Callable<Void>> writers = new ArrayList<>();
        for (int source = 0; source < 40; source++) {
            String name = "s" + source;
            writers.add(() -> {
                add("a", name, 1, 1);
                return null;
            });
        }
        try (ExecutorService executor = Executors.newFixedThreadPool(8)) {
            for (Future<Void> done : executor.invokeAll(writers)) {
                done.get();
            }
        }

        assertThat(sums.find("a")).contains(new Sum("sum", 40));
    }

    @Test
    void aGenerationIsFilledWhileAnotherAnswers() {
        add("a", "s", 1, 1);
        sums.writeTo(2);
        add("a", "s", 1, 2);

        assertThat(sums.find("a")).contains(new Sum("sum", 1));
        sums.readFrom(2);
        assertThat(sums.find("a")).contains(new Sum("sum", 2));
        sums.drop(1);
        assertThat(database.listCollectionNames()).containsExactly("sums.2");
    }

    @Test
    void everyGenerationHasItsIndexes() {
        sums.indexed(Indexes.ascending("state.of"));

        sums.writeTo(2);

        assertThat(database.getCollection("sums.2").listIndexes())
                .extracting(index -> index.get("key", Document.class))
                .contains(new Document("state.of", 1));
    }

    @Test
    void pagesFollowOneAnotherToTheEnd() {
        IntStream.rangeClosed(1, 5).forEach(i -> add("v" + i, "s", 1, i % 2));

        Page<Sum> first = sums.page(Filters.empty(), new PageQuery(3, null, null, null));
        Page<Sum> second = sums.page(Filters.empty(), new PageQuery(3, first.next(), null, null));

        assertThat(first.next()).isEqualTo("v3");
        assertThat(first.map(Sum::of).items()).containsExactly(1, 0, 1);
        assertThat(second)
                .isEqualTo(new Page<>(List.of(new Sum("sum", 0), new Sum("sum", 1)), null));
        assertThat(sums.page(eq("state.of", 0), new PageQuery(3, "v2", null, null)).items())
                .hasSize(1);
    }

    @Test
    void aDocumentThatCannotBeReadIsPassedOver() {
        IntStream.rangeClosed(1, 5).forEach(i -> add("v" + i, "s", 1, i));
        for (String edited : List.of("v2", "v3")) {
            database.getCollection("sums.1")
                    .updateOne(eq("_id", edited), Updates.set("state.of", "many"));
        }

        Page<Sum> first = sums.page(Filters.empty(), new PageQuery(2, null, null, null));
        Page<Sum> second = sums.page(Filters.empty(), new PageQuery(2, first.next(), null, null));

        assertThat(first).isEqualTo(new Page<>(List.of(new Sum("sum", 1)), "v2"));
        assertThat(second).isEqualTo(new Page<>(List.of(new Sum("sum", 4)), "v4"));
        assertThat(sums.find(Filters.empty(), 2)).extracting(Sum::of).containsExactly(1, 4);
        assertThat(sums.findAll(List.of("v3", "v5"))).extracting(Sum::of).containsExactly(5);
    }
}
