package io.bridgehead.matchmaking.suggestion;

import io.bridgehead.matchmaking.Money;
import io.bridgehead.matchmaking.fund.Fund;
import io.bridgehead.matchmaking.fund.Mandate;
import io.bridgehead.matchmaking.offer.Offer;
import io.bridgehead.matchmaking.pilotbase.PilotBase;
import io.bridgehead.matchmaking.project.Project;
import io.bridgehead.matchmaking.project.Stage;
import io.bridgehead.matchmaking.registration.Edition;
import io.bridgehead.matchmaking.registration.Taxonomy;
import io.bridgehead.matchmaking.registration.Taxonomy.Kinship;
import io.bridgehead.matchmaking.suggestion.Reason.Code;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How well a project fits a fund or a pilot base: a function of the two, of the taxonomy, and for a
/// base of the places that are free there. It asks nobody and remembers nothing.
///
/// Not matched at all are two of the same organisation or with the same contact; two of which one has
/// declared a conflict with the other; a fund whose mandate leaves out the project's city; and two
/// whose industries have nothing to do with each other.
///
/// | criterion | fund | base | all of it for | less for |
/// |---|---|---|---|---|
/// | industry | 40 | 60 | every industry of the project is in the mandate, or the disciplines | parent or child 7/10, siblings 4/10; three quarters of the points go by the project's nearest industry, one by the average of all |
/// | stage | 20 | | in the mandate | 10 for the neighbouring round |
/// | ask | 25 | | within the tickets | above them, less for every factor, none at 10 times; below them, twice as fast, none at 1/√10 |
/// | capacity | | 25 | all places free | 15 and a share of 10 by what is free; none when nothing is |
/// | city | 15 | 15 | two cities, which is what the event is for | 8 within one |
///
/// No criterion ever counts against another: what fits better in one and no worse in the rest gets at
/// least as many points. Points are whole, so that they add up to the same sum on every machine.
final class Matching {

    private static final int FUND_INDUSTRY = 40;
    private static final int BASE_INDUSTRY = 60;
    private static final int STAGE = 20;
    private static final int NEIGHBOURING_STAGE = 10;
    private static final int ASK = 25;
    private static final int CAPACITY = 25;
    private static final int CAPACITY_BY_SHARE = 10;
    private static final int TWO_CITIES = 15;
    private static final int ONE_CITY = 8;

    private final Taxonomy taxonomy;
    private final Wording wording;

    Matching(Taxonomy taxonomy, Edition edition) {
        this.taxonomy = taxonomy;
        this.wording = new Wording(taxonomy, edition);
    }

    /// @return nothing when the two should not meet
    Optional<Match> match(Project project, Fund fund) {
        Mandate mandate = fund.mandate();
        if (areKeptApart(project, fund) || mandate.excludes(project.side().city())) {
            return Optional.empty();
        }
        return industry(project.industries(), mandate.industries(), FUND_INDUSTRY)
                .map(industry ->
                        new Match(
                                List.of(
                                        industry,
                                        stage(project.stage(), mandate.stages()),
                                        ask(project.ask(), mandate),
                                        city(project, fund))));
    }

    /// @param free how many of the base's places nobody has
    /// @return nothing when the two should not meet
    Optional<Match> match(Project project, PilotBase base, int free) {
        if (areKeptApart(project, base)) {
            return Optional.empty();
        }
        return industry(project.industries(), base.disciplines(), BASE_INDUSTRY)
                .map(industry ->
                        new Match(
                                List.of(
                                        industry,
                                        capacity(free, base.capacity()),
                                        city(project, base))));
    }

    private static boolean areKeptApart(Offer one, Offer other) {
        return one.isOfTheSameOrganisationAs(other)
                || one.side().delegate().equals(other.side().delegate())
                || one.isInConflictWith(other);
    }

    private Optional<Reason> industry(List<String> offered, List<String> wanted, int most) {
        List<Kinship> nearest =
                offered.stream().map(industry -> nearest(industry, wanted)).toList();
        Kinship best = nearest.stream().min(Comparator.naturalOrder()).orElse(Kinship.NONE);
        if (best == Kinship.NONE) {
            return Optional.empty();
        }
        int number = nearest.size();
        int sum = nearest.stream().mapToInt(Matching::tenths).sum();
        int points = rounded(most * (3 * tenths(best) * number + sum), 4 * 10 * number);
        List<String> theBest =
                offered.stream().filter(each -> nearest(each, wanted) == best).toList();
        return Optional.of(wording.industry(best, points, theBest, number));
    }

    private Kinship nearest(String industry, List<String> wanted) {
        return wanted.stream()
                .map(other -> taxonomy.kinship(industry, other))
                .min(Comparator.naturalOrder())
                .orElse(Kinship.NONE);
    }

    private static int tenths(Kinship kinship) {
        return switch (kinship) {
            case SAME -> 10;
            case PARENT_AND_CHILD -> 7;
            case SIBLINGS -> 4;
            case NONE -> 0;
        };
    }

    private Reason stage(Stage stage, List<Stage> wanted) {
        Stage nearest =
                wanted.stream()
                        .min(Comparator.comparingInt(stage::distance).thenComparing(each -> each))
                        .orElseThrow();
        return switch (stage.distance(nearest)) {
            case 0 -> wording.stage(Code.STAGE_IN_MANDATE, STAGE, stage, nearest);
            case 1 -> wording.stage(Code.STAGE_ADJACENT, NEIGHBOURING_STAGE, stage, nearest);
            default -> wording.stage(Code.STAGE_OUTSIDE, 0, stage, nearest);
        };
    }

    private Reason ask(Money ask, Mandate mandate) {
        Money from = mandate.ticketFrom();
        Money to = mandate.ticketTo();
        if (!ask.isComparableWith(to)) {
            return wording.ask(Code.ASK_IN_OTHER_CURRENCY, 0, ask, mandate);
        }
        if (ask.amount() < from.amount()) {
            double lacking = 2 * log10(from.amount(), ask.amount());
            return wording.ask(Code.ASK_BELOW, share(ASK, 1 - lacking), ask, mandate);
        }
        if (ask.amount() > to.amount()) {
            double over = log10(ask.amount(), to.amount());
            boolean partly = ask.amount() - to.amount() <= to.amount();
            return wording.ask(
                    partly ? Code.ASK_PARTLY : Code.ASK_ABOVE, share(ASK, 1 - over), ask, mandate);
        }
        return wording.ask(Code.ASK_INSIDE, ASK, ask, mandate);
    }

    /// The same on every machine, which [Math] does not promise.
    private static double log10(long amount, long other) {
        return StrictMath.log10((double) amount / other);
    }

    private Reason capacity(int free, int all) {
        if (free <= 0) {
            return wording.capacity(Code.CAPACITY_TAKEN, 0, 0, all);
        }
        int points = CAPACITY - CAPACITY_BY_SHARE + rounded(CAPACITY_BY_SHARE * free, all);
        return wording.capacity(Code.CAPACITY_FREE, points, free, all);
    }

    private Reason city(Offer project, Offer other) {
        String here = project.side().city();
        String there = other.side().city();
        return here.equals(there)
                ? wording.city(Code.CITY_SAME, ONE_CITY, here, there)
                : wording.city(Code.CITY_ACROSS, TWO_CITIES, here, there);
    }

    private static int share(int most, double share) {
        return (int) Math.round(most * Math.max(0, share));
    }

    /// To the nearest, halves upwards.
    private static int rounded(int dividend, int divisor) {
        return (2 * dividend + divisor) / (2 * divisor);
    }
}
