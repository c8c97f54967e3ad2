package io.bridgehead.matchmaking.suggestion;

import static io.bridgehead.matchmaking.Examples.EDITION;
import static io.bridgehead.matchmaking.Examples.yuan;

import io.bridgehead.matchmaking.BilingualText;
import io.bridgehead.matchmaking.Money;
import io.bridgehead.matchmaking.fund.Fund;
import io.bridgehead.matchmaking.fund.Mandate;
import io.bridgehead.matchmaking.offer.Side;
import io.bridgehead.matchmaking.pilotbase.PilotBase;
import io.bridgehead.matchmaking.project.Project;
import io.bridgehead.matchmaking.project.Stage;
import io.bridgehead.matchmaking.registration.Edition;
import io.bridgehead.matchmaking.registration.Edition.City;
import io.bridgehead.matchmaking.registration.Industry;
import io.bridgehead.matchmaking.registration.Taxonomy;
import java.util.Arrays;
import java.util.List;

/// Offers for the matching, each told by what matters to the test.
final class Offers {

    static final Edition CITIES =
            new Edition(
                    "qz",
                    List.of(
                            new City("qz", new BilingualText("衢州", "Quzhou")),
                            new City("sr", new BilingualText("上饶", "Shangrao")),
                            new City("hs", new BilingualText("黄山", "Huangshan"))));

    static final Taxonomy TAXONOMY =
            taxonomy(
                    "materials",
                    "materials.lithium",
                    "materials.fluorine",
                    "materials.films",
                    "chemicals",
                    "chemicals.fine",
                    "paper");

    static final Matching MATCHING = new Matching(TAXONOMY, CITIES);

    private Offers() {}

    /// What stands before the dot is above what stands behind it.
    static Taxonomy taxonomy(String... codes) {
        return new Taxonomy(
                Arrays.stream(codes)
                        .map(code ->
                                new Industry(
                                        code,
                                        code.contains(".")
                                                ? code.substring(0, code.indexOf('.'))
                                                : null,
                                        new BilingualText("中" + code, code)))
                        .toList());
    }

    static Side side(String city, String organisation) {
        return new Side(city, organisation, "name of " + organisation, "contact-" + organisation);
    }

    /// Of Shangrao, series A, 30 million.
    static Project project(String... industries) {
        return new Project(
                EDITION,
                "a project",
                side("sr", "project-org"),
                List.of(industries),
                Stage.A,
                yuan(30),
                List.of());
    }

    static Project in(String city, Project p) {
        return with(p, new Side(city, p.side().organisation(), "n", "c"), p.conflicts());
    }

    static Project with(Project p, Side side, List<String> conflicts) {
        return new Project(
                p.edition(), p.title(), side, p.industries(), p.stage(), p.ask(), conflicts);
    }

    static Project at(Stage stage, Project p) {
        return new Project(
                p.edition(), p.title(), p.side(), p.industries(), stage, p.ask(), p.conflicts());
    }

    static Project asking(Money ask, Project p) {
        return new Project(
                p.edition(), p.title(), p.side(), p.industries(), p.stage(), ask, p.conflicts());
    }

    /// Of Quzhou, from pre-A to series A, 10 to 50 million, for all cities.
    static Fund fund(String organisation, String... industries) {
        return new Fund(
                EDITION,
                "fund of " + organisation,
                side("qz", organisation),
                new Mandate(
                        List.of(industries),
                        List.of(Stage.PRE_A, Stage.A),
                        yuan(10),
                        yuan(50),
                        List.of()),
                List.of());
    }

    static Fund with(Fund f, Mandate mandate) {
        return new Fund(f.edition(), f.name(), f.side(), mandate, f.conflicts());
    }

    static Fund with(Fund f, Side side, List<String> conflicts) {
        return new Fund(f.edition(), f.name(), side, f.mandate(), conflicts);
    }

    /// Of Quzhou, ten places.
    static PilotBase base(String organisation, String... disciplines) {
        return new PilotBase(
                EDITION,
                "base of " + organisation,
                side("qz", organisation),
                List.of(disciplines),
                10,
                List.of());
    }
}
