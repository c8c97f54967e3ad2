package io.bridgehead.matchmaking.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bridgehead.matchmaking.offer.CounterpartKind;
import io.bridgehead.matchmaking.suggestion.Reason.Code;
import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.web.InvalidRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankingTest {

    private static final List<Suggestion> RANKED =
            Ranking.bestFirst(
                    List.of(
                            suggestion("d", 7),
                            suggestion("c", 93),
                            suggestion("b", 100),
                            suggestion("e", 93),
                            suggestion("a", 93)));

    private static Suggestion suggestion(String counterpart, int points) {
        return new Suggestion(
                "p",
                Offers.project("paper"),
                CounterpartKind.FUND,
                counterpart,
                Offers.fund(counterpart, "paper"),
                new Match(List.of(new Reason(Code.CITY_SAME, points, "", ""))));
    }

    private static Page<String> page(@Nullable String after, int limit) {
        return Ranking.page(RANKED, new PageQuery(limit, after, null, null))
                .map(Suggestion::counterpart);
    }

    @Test
    void theBestComesFirstAndEqualsByTheirIds() {
        assertThat(RANKED)
                .extracting(Suggestion::counterpart)
                .containsExactly("b", "a", "c", "e", "d");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void pageByPageEachIsSeenOnce(int limit) {
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            Page<String> page = page(after, limit);
            assertThat(page.items()).hasSizeBetween(1, limit);
            seen.addAll(page.items());
            after = page.next();
        } while (after != null);

        assertThat(seen).containsExactly("b", "a", "c", "e", "d");
    }

    @Test
    void whoGoesOnFromOneThatIsGoneMissesNothing() {
        assertThat(page("93_pb", 10).items()).containsExactly("c", "e", "d");
        assertThat(page("95_px", 10).items()).containsExactly("a", "c", "e", "d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"93", "93_", "best_pa", "-1_pa", "9999_pa"})
    void aCursorThatIsNoneIsNamed(String cursor) {
        assertThatThrownBy(() -> page(cursor, 10))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("after");
    }
}
