package io.bridgehead.matchmaking.suggestion;

import static io.bridgehead.matchmaking.Examples.yuan;
import static io.bridgehead.matchmaking.suggestion.Offers.MATCHING;
import static io.bridgehead.matchmaking.suggestion.Offers.asking;
import static io.bridgehead.matchmaking.suggestion.Offers.at;
import static io.bridgehead.matchmaking.suggestion.Offers.base;
import static io.bridgehead.matchmaking.suggestion.Offers.fund;
import static io.bridgehead.matchmaking.suggestion.Offers.in;
import static io.bridgehead.matchmaking.suggestion.Offers.project;
import static io.bridgehead.matchmaking.suggestion.Offers.side;
import static io.bridgehead.matchmaking.suggestion.Offers.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.bridgehead.matchmaking.Money;
import io.bridgehead.matchmaking.fund.Fund;
import io.bridgehead.matchmaking.fund.Mandate;
import io.bridgehead.matchmaking.offer.CounterpartKind;
import io.bridgehead.matchmaking.pilotbase.PilotBase;
import io.bridgehead.matchmaking.project.Project;
import io.bridgehead.matchmaking.project.Stage;
import io.bridgehead.matchmaking.suggestion.Reason.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MatchingTest {

    private static Reason reason(Project project, Fund fund, int index) {
        return MATCHING.match(project, fund).orElseThrow().reasons().get(index);
    }

    private static List<Suggestion> ranked(Project project, List<Fund> funds) {
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
        return Ranking.bestFirst(found);
    }

    @Test
    void thePlantedBestIsFirstAndThePlantedConflictAbsent() {
        Project project =
                with(
                        project("materials.lithium", "chemicals.fine"),
                        side("sr", "project-org"),
                        List.of("rival"));
        Fund best = fund("best", "materials.lithium", "chemicals.fine");
        Fund rival = fund("rival", "materials.lithium", "chemicals.fine");
        Fund sameCity =
                with(
                        fund("same-city", "materials.lithium", "chemicals.fine"),
                        side("sr", "same-city"),
                        List.of());
        Fund half = fund("half", "materials.lithium");
        Fund sibling = fund("sibling", "materials.films");
        Fund paper = fund("paper", "paper");

        List<Suggestion> ranked =
                ranked(project, List.of(paper, sibling, rival, half, sameCity, best));

        assertThat(ranked)
                .extracting(Suggestion::counterpart)
                .containsExactly("best", "half", "same-city", "sibling");
        assertThat(ranked.getFirst().match().points()).isEqualTo(100);
        assertThat(MATCHING.match(with(project, project.side(), List.of()), rival))
                .hasValueSatisfying(match -> assertThat(match.points()).isEqualTo(100));
    }

    @Test
    void aConflictCountsWhoeverDeclaredIt() {
        Project project = project("materials.lithium");
        Fund fund = fund("fund", "materials.lithium");
        PilotBase base = base("base", "materials.lithium");

        assertThat(MATCHING.match(with(project, project.side(), List.of("fund")), fund)).isEmpty();
        assertThat(MATCHING.match(project, with(fund, fund.side(), List.of("project-org"))))
                .isEmpty();
        assertThat(MATCHING.match(with(project, project.side(), List.of("base")), base, 10))
                .isEmpty();
        assertThat(MATCHING.match(project, fund)).isPresent();
    }

    @Test
    void nobodyMeetsHisOwn() {
        Project project = project("materials.lithium");

        assertThat(MATCHING.match(project, fund("project-org", "materials.lithium"))).isEmpty();
        assertThat(
                        MATCHING.match(
                                with(project, fund("fund").side(), List.of()),
                                base("fund", "materials.lithium"),
                                10))
                .isEmpty();
    }

    @Test
    void aMandateKeepsOutTheCitiesThatItDoesNotName() {
        Fund fund = fund("fund", "materials.lithium");
        Mandate m = fund.mandate();
        Fund forHuangshan =
                with(
                        fund,
                        new Mandate(
                                m.industries(),
                                m.stages(),
                                m.ticketFrom(),
                                m.ticketTo(),
                                List.of("hs")));

        assertThat(MATCHING.match(project("materials.lithium"), forHuangshan)).isEmpty();
        assertThat(MATCHING.match(in("hs", project("materials.lithium")), forHuangshan))
                .isPresent();
        assertThat(MATCHING.match(project("materials.lithium"), fund)).isPresent();
    }

    @Test
    void twoWithNothingInCommonAreNotSuggested() {
        assertThat(MATCHING.match(project("materials.lithium"), fund("fund", "paper"))).isEmpty();
        assertThat(MATCHING.match(project("materials.lithium"), base("base", "paper"), 10))
                .isEmpty();
    }

    /// 40 points, three quarters by the nearest industry, one by the average of all.
    @ParameterizedTest
    @CsvSource({
        "materials.lithium, materials.lithium, INDUSTRY_SAME, 40",
        "materials.lithium, materials, INDUSTRY_PARENT_OR_CHILD, 28",
        "materials, materials.lithium, INDUSTRY_PARENT_OR_CHILD, 28",
        "materials.lithium, materials.films, INDUSTRY_SIBLING, 16",
        "materials.lithium materials.films, materials.lithium, INDUSTRY_SAME, 37",
        "materials.lithium paper, materials.lithium, INDUSTRY_SAME, 35",
        "materials.lithium paper, materials.lithium paper chemicals, INDUSTRY_SAME, 40",
        "materials.films chemicals, materials.lithium chemicals.fine, INDUSTRY_PARENT_OR_CHILD, 27",
    })
    void industriesCountByTheirKinship(String offered, String wanted, Code code, int points) {
        Reason reason = reason(project(offered.split(" ")), fund("fund", wanted.split(" ")), 0);

        assertThat(reason.code()).isEqualTo(code);
        assertThat(reason.points()).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({
        "SEED, STAGE_OUTSIDE, 0",
        "ANGEL, STAGE_ADJACENT, 10",
        "PRE_A, STAGE_IN_MANDATE, 20",
        "A, STAGE_IN_MANDATE, 20",
        "B, STAGE_ADJACENT, 10",
        "GROWTH, STAGE_OUTSIDE, 0",
    })
    void theStageCountsInTheMandateAndNextToIt(Stage stage, Code code, int points) {
        Reason reason =
                reason(at(stage, project("materials.lithium")), fund("f", "materials.lithium"), 1);

        assertThat(reason.code()).isEqualTo(code);
        assertThat(reason.points()).isEqualTo(points);
    }

    /// The fund's tickets are 10 to 50 million.
    @ParameterizedTest
    @CsvSource({
        "1, ASK_BELOW, 0",
        "3.1, ASK_BELOW, 0",
        "5, ASK_BELOW, 10",
        "9.9, ASK_BELOW, 25",
        "10, ASK_INSIDE, 25",
        "50, ASK_INSIDE, 25",
        "51, ASK_PARTLY, 25",
        "100, ASK_PARTLY, 17",
        "101, ASK_ABOVE, 17",
        "200, ASK_ABOVE, 10",
        "500, ASK_ABOVE, 0",
        "5000, ASK_ABOVE, 0",
    })
    void theAskCountsByHowFarItIsFromTheTickets(double millions, Code code, int points) {
        Reason reason =
                reason(
                        asking(yuan(millions), project("materials.lithium")),
                        fund("f", "materials.lithium"),
                        2);

        assertThat(reason.code()).isEqualTo(code);
        assertThat(reason.points()).isEqualTo(points);
    }

    @Test
    void amountsInTwoCurrenciesAreNotCompared() {
        Reason reason =
                reason(
                        asking(new Money(3_000_000_000L, "USD"), project("materials.lithium")),
                        fund("f", "materials.lithium"),
                        2);

        assertThat(reason.code()).isEqualTo(Code.ASK_IN_OTHER_CURRENCY);
        assertThat(reason.points()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "10, CAPACITY_FREE, 25",
        "5, CAPACITY_FREE, 20",
        "1, CAPACITY_FREE, 16",
        "0, CAPACITY_TAKEN, 0",
        "-1, CAPACITY_TAKEN, 0"
    })
    void aBaseCountsByThePlacesThatAreFree(int free, Code code, int points) {
        Match match =
                MATCHING.match(
                                project("materials.lithium"),
                                base("base", "materials.lithium"),
                                free)
                        .orElseThrow();

        assertThat(match.reasons().get(0).points()).isEqualTo(60);
        assertThat(match.reasons().get(1).code()).isEqualTo(code);
        assertThat(match.reasons().get(1).points()).isEqualTo(points);
        assertThat(match.points()).isEqualTo(60 + points + 15);
    }

    @Test
    void twoCitiesCountMoreThanOne() {
        Fund fund = fund("fund", "materials.lithium");

        assertThat(reason(project("materials.lithium"), fund, 3))
                .isEqualTo(
                        new Reason(
                                Code.CITY_ACROSS,
                                15,
                                "跨城合作：上饶—衢州",
                                "Across cities: Shangrao and Quzhou"));
        assertThat(reason(in("qz", project("materials.lithium")), fund, 3))
                .isEqualTo(new Reason(Code.CITY_SAME, 8, "同城：衢州", "Within one city: Quzhou"));
    }

    @Test
    void reasonsSayWhatPeopleKnow() {
        Project project =
                asking(yuan(80), at(Stage.B, project("materials.lithium", "chemicals.fine")));
        Fund fund = fund("fund", "materials.lithium", "materials.films");

        assertThat(MATCHING.match(project, fund).orElseThrow().reasons())
                .extracting(Reason::zh)
                .containsExactly(
                        "领域一致：中materials.lithium（项目 2 个领域中的 1 个）",
                        "阶段相邻：项目为B轮，投资方向最近的为A轮",
                        "金额可部分满足（63%）：需求 8000万元，单笔 1000万元 至 5000万元",
                        "跨城合作：上饶—衢州");
        assertThat(MATCHING.match(project, fund).orElseThrow().reasons())
                .extracting(Reason::en)
                .containsExactly(
                        "Same industry: materials.lithium (1 of the project's 2)",
                        "Neighbouring stage: the project is at series B, the mandate's nearest is"
                                + " series A",
                        "Amount covered in part (63%): asks CNY 80 million, tickets CNY 10 million"
                                + " to CNY 50 million",
                        "Across cities: Shangrao and Quzhou");
    }

    /// Every reason that a code stands for can be said: the switches of the wording know them all.
    @ParameterizedTest
    @EnumSource(Code.class)
    void everyCodeIsReached(Code code) {
        Project lithium = project("materials.lithium");
        Fund narrow = fund("narrow", "materials.films");
        Stream<Reason> all =
                Stream.of(
                                MATCHING.match(lithium, fund("f", "materials.lithium")),
                                MATCHING.match(in("qz", lithium), fund("f", "materials")),
                                MATCHING.match(asking(yuan(60), at(Stage.B, lithium)), narrow),
                                MATCHING.match(asking(yuan(1), at(Stage.SEED, lithium)), narrow),
                                MATCHING.match(asking(yuan(900), lithium), narrow),
                                MATCHING.match(asking(new Money(1, "USD"), lithium), narrow),
                                MATCHING.match(lithium, base("b", "materials.lithium"), 1),
                                MATCHING.match(lithium, base("b", "materials.lithium"), 0))
                        .flatMap(match -> match.orElseThrow().reasons().stream());

        assertThat(all)
                .filteredOn(reason -> reason.code() == code)
                .isNotEmpty()
                .allSatisfy(reason -> {
                    assertThat(reason.zh()).isNotBlank();
                    assertThat(reason.en()).isNotBlank();
                });
    }
}
