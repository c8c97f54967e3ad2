package io.bridgehead.matchmaking.suggestion;

import static io.bridgehead.matchmaking.Examples.EDITION;
import static io.bridgehead.matchmaking.suggestion.Offers.MATCHING;
import static io.bridgehead.matchmaking.suggestion.Offers.side;
import static org.assertj.core.api.Assertions.assertThat;

import io.bridgehead.matchmaking.Money;
import io.bridgehead.matchmaking.fund.Fund;
import io.bridgehead.matchmaking.fund.Mandate;
import io.bridgehead.matchmaking.offer.CounterpartKind;
import io.bridgehead.matchmaking.pilotbase.PilotBase;
import io.bridgehead.matchmaking.project.Project;
import io.bridgehead.matchmaking.project.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds of the matching whatever the offers are: tried on many that are made up at random.
class MatchingPropertiesTest {

    private static final int TRIES = 500;

    private static final List<String> INDUSTRIES =
            List.of(
                    "materials",
                    "materials.lithium",
                    "materials.fluorine",
                    "materials.films",
                    "chemicals",
                    "chemicals.fine",
                    "paper");

    private static final List<String> CITIES = List.of("qz", "sr", "hs");

    private final Random random = new Random();

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> List<T> someOf(List<T> all) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, 1 + random.nextInt(3));
    }

    /// From a hundred thousand yuan to a billion, all magnitudes alike.
    private Money amount() {
        return new Money((long) (10_000_000 * Math.pow(10, 4 * random.nextDouble())), "CNY");
    }

    private Project project() {
        return new Project(
                EDITION,
                "p",
                side(oneOf(CITIES), "project"),
                someOf(INDUSTRIES),
                oneOf(List.of(Stage.values())),
                amount(),
                List.of());
    }

    private Fund fund(String organisation) {
        Money one = amount();
        Money other = amount();
        boolean inOrder = one.amount() <= other.amount();
        return new Fund(
                EDITION,
                organisation,
                side(oneOf(CITIES), organisation),
                new Mandate(
                        someOf(INDUSTRIES),
                        someOf(List.of(Stage.values())),
                        inOrder ? one : other,
                        inOrder ? other : one,
                        random.nextBoolean() ? List.of() : someOf(CITIES)),
                List.of());
    }

    private PilotBase base() {
        return new PilotBase(
                EDITION,
                "b",
                side(oneOf(CITIES), "base"),
                someOf(INDUSTRIES),
                1 + random.nextInt(20),
                List.of());
    }

    /// Not matched at all is worse than any number of points.
    private static int points(Optional<Match> match) {
        return match.map(Match::points).orElse(-1);
    }

    private static int rank(Project project, List<Fund> funds, String organisation) {
        List<Suggestion> found = new ArrayList<>();
        for (Fund fund : funds) {
            MATCHING.match(project, fund)
                    .map(match ->
                            new Suggestion(
                                    "p",
                                    project,
                                    CounterpartKind.FUND,
                                    fund.side().organisation(),
                                    fund,
                                    match))
                    .ifPresent(found::add);
        }
        List<String> order =
                Ranking.bestFirst(found).stream().map(Suggestion::counterpart).toList();
        int rank = order.indexOf(organisation);
        return rank < 0 ? Integer.MAX_VALUE : rank;
    }

    private static <T> List<T> and(List<T> some, T more) {
        Set<T> all = new LinkedHashSet<>(some);
        all.add(more);
        return List.copyOf(all);
    }

    private static Money times(double factor, Money money) {
        return new Money(Math.max(1, (long) (money.amount() * factor)), money.currency());
    }

    /// One step each that makes a mandate suit a project better, or no worse.
    private List<UnaryOperator<Mandate>> improvements(Project project) {
        return List.of(
                m -> with(m, and(m.industries(), oneOf(INDUSTRIES)), m.stages()),
                m -> with(m, and(m.industries(), oneOf(project.industries())), m.stages()),
                m -> with(m, m.industries(), and(m.stages(), oneOf(List.of(Stage.values())))),
                m -> with(m, times(random.nextDouble(), m.ticketFrom()), m.ticketTo(), m.cities()),
                m ->
                        with(
                                m,
                                m.ticketFrom(),
                                times(1 + random.nextDouble(), m.ticketTo()),
                                m.cities()),
                m -> with(m, m.ticketFrom(), m.ticketTo(), List.of()));
    }

    private static Mandate with(Mandate m, List<String> industries, List<Stage> stages) {
        return new Mandate(industries, stages, m.ticketFrom(), m.ticketTo(), m.cities());
    }

    private static Mandate with(Mandate m, Money from, Money to, List<String> cities) {
        return new Mandate(m.industries(), m.stages(), from, to, cities);
    }

    private Fund better(Project project, Fund fund) {
        boolean neighbours = fund.side().city().equals(project.side().city());
        if (neighbours && random.nextInt(4) == 0) {
            return Offers.with(fund, side(oneOf(CITIES), fund.side().organisation()), List.of());
        }
        return Offers.with(fund, oneOf(improvements(project)).apply(fund.mandate()));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void aFundThatSuitsBetterNeverLosesPointsNorItsRank(long seed) {
        random.setSeed(seed);
        for (int i = 0; i < TRIES; i++) {
            Project project = project();
            Fund fund = fund("fund");
            List<Fund> others = IntStream.range(0, 8).mapToObj(n -> fund("other" + n)).toList();
            Fund better = better(project, fund);

            assertThat(points(MATCHING.match(project, better)))
                    .as("%s, better for %s than %s", better, project, fund)
                    .isGreaterThanOrEqualTo(points(MATCHING.match(project, fund)));
            assertThat(rank(project, and(others, better), "fund"))
                    .isLessThanOrEqualTo(rank(project, and(others, fund), "fund"));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void aBaseThatSuitsBetterNeverLosesPoints(long seed) {
        random.setSeed(seed);
        for (int i = 0; i < TRIES; i++) {
            Project project = project();
            PilotBase base = base();
            int free = random.nextInt(base.capacity() + 1);
            int before = points(MATCHING.match(project, base, free));

            assertThat(points(MATCHING.match(project, base, Math.min(free + 1, base.capacity()))))
                    .isGreaterThanOrEqualTo(before);
            PilotBase broader =
                    new PilotBase(
                            EDITION,
                            "b",
                            base.side(),
                            and(base.disciplines(), oneOf(INDUSTRIES)),
                            base.capacity(),
                            List.of());
            assertThat(points(MATCHING.match(project, broader, free)))
                    .isGreaterThanOrEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32})
    void pointsAreTheSumOfTheReasonsAndBetweenNothingAndAHundred(long seed) {
        random.setSeed(seed);
        for (int i = 0; i < TRIES; i++) {
            Project project = project();
            PilotBase base = base();
            Stream.of(
                            MATCHING.match(project, fund("fund")),
                            MATCHING.match(project, base, random.nextInt(base.capacity() + 1)))
                    .flatMap(Optional::stream)
                    .forEach(match -> {
                        assertThat(match.points())
                                .isEqualTo(match.reasons().stream().mapToInt(Reason::points).sum())
                                .isBetween(1, 100);
                        assertThat(match.reasons())
                                .allSatisfy(reason -> assertThat(reason.points()).isNotNegative());
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42})
    void theOrderDoesNotDependOnTheOrderInWhichTheyCame(long seed) {
        random.setSeed(seed);
        for (int i = 0; i < 50; i++) {
            Project project = project();
            List<Fund> funds =
                    new ArrayList<>(IntStream.range(0, 20).mapToObj(n -> fund("f" + n)).toList());
            List<Integer> ranks =
                    funds.stream().map(f -> rank(project, funds, f.side().organisation())).toList();
            List<Fund> shuffled = new ArrayList<>(funds);
            Collections.shuffle(shuffled, random);

            assertThat(funds.stream().map(f -> rank(project, shuffled, f.side().organisation())))
                    .isEqualTo(ranks);
        }
    }
}
