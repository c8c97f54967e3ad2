package io.bridgehead.matchmaking.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.bridgehead.matchmaking.Money;
import io.bridgehead.matchmaking.fund.Fund;
import io.bridgehead.matchmaking.fund.Mandate;
import io.bridgehead.matchmaking.offer.CounterpartKind;
import io.bridgehead.matchmaking.offer.Side;
import io.bridgehead.matchmaking.pilotbase.PilotBase;
import io.bridgehead.matchmaking.project.Project;
import io.bridgehead.matchmaking.project.Stage;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.stack.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The offers of `samples/`, with which the demo goes through the main job: who is planted there to
/// meet whom does, and who is planted to be kept apart is.
class SamplesTest {

    private static final int ASKED_BY_A_PROJECT = 3;
    private static final int ACCEPTED_AT_ONCE = 32;

    private static final Map<String, String> CITY_OF_DIVISION =
            Map.of("3308", "qz", "3611", "sr", "3410", "hs", "3507", "np");

    private final List<Project> projects = samples("projects").map(SamplesTest::project).toList();
    private final List<Fund> funds = samples("funds").map(SamplesTest::fund).toList();
    private final List<PilotBase> bases = samples("pilot-bases").map(SamplesTest::base).toList();
    private final Matching matching =
            new Matching(
                    Offers.taxonomy(
                            Stream.of(
                                            projects.stream().map(Project::industries),
                                            funds.stream().map(fund -> fund.mandate().industries()),
                                            bases.stream().map(PilotBase::disciplines))
                                    .flatMap(lists -> lists)
                                    .flatMap(List::stream)
                                    .flatMap(code -> Stream.of(code.split("\\.")[0], code))
                                    .distinct()
                                    .toArray(String[]::new)),
                    Offers.CITIES);

    private static Stream<JsonNode> samples(String name) {
        try {
            return each(
                    Documents.EVENT_JSON.readTree(
                            Files.readString(
                                    Workspace.find()
                                            .root()
                                            .resolve("samples")
                                            .resolve(name + ".json"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static List<String> strings(JsonNode array) {
        return each(array).map(JsonNode::asString).toList();
    }

    private static Side side(JsonNode sample) {
        String organisation = sample.path("organisation").asString();
        String city = CITY_OF_DIVISION.getOrDefault(organisation.substring(2, 6), "");
        return new Side(
                city,
                organisation,
                sample.path("organisationName").asString(),
                sample.path("contact").asString() + " of " + organisation);
    }

    private static Money money(JsonNode sample) {
        return new Money(sample.path("amount").asLong(), sample.path("currency").asString());
    }

    private static Stage stage(JsonNode sample) {
        return Documents.EVENT_JSON.treeToValue(sample, Stage.class);
    }

    private static Project project(JsonNode sample) {
        return new Project(
                "e",
                sample.path("title").asString(),
                side(sample),
                strings(sample.path("industries")),
                stage(sample.path("stage")),
                money(sample.path("ask")),
                strings(sample.path("conflicts")));
    }

    private static Fund fund(JsonNode sample) {
        JsonNode mandate = sample.path("mandate");
        return new Fund(
                "e",
                sample.path("name").asString(),
                side(sample),
                new Mandate(
                        strings(mandate.path("industries")),
                        each(mandate.path("stages")).map(SamplesTest::stage).toList(),
                        money(mandate.path("ticketFrom")),
                        money(mandate.path("ticketTo")),
                        strings(mandate.path("cities"))),
                strings(sample.path("conflicts")));
    }

    private static PilotBase base(JsonNode sample) {
        return new PilotBase(
                "e",
                sample.path("name").asString(),
                side(sample),
                strings(sample.path("disciplines")),
                sample.path("capacity").asInt(),
                strings(sample.path("conflicts")));
    }

    /// By their names, the best first.
    private List<String> suggestedTo(Project project) {
        List<Suggestion> found = new ArrayList<>();
        for (Fund fund : funds) {
            matching.match(project, fund)
                    .map(match ->
                            new Suggestion(
                                    "p", project, CounterpartKind.FUND, fund.name(), fund, match))
                    .ifPresent(found::add);
        }
        for (PilotBase base : bases) {
            matching.match(project, base, base.capacity())
                    .map(match ->
                            new Suggestion(
                                    "p",
                                    project,
                                    CounterpartKind.PILOT_BASE,
                                    base.name(),
                                    base,
                                    match))
                    .ifPresent(found::add);
        }
        return Ranking.bestFirst(found).stream().map(Suggestion::counterpart).toList();
    }

    private Project titled(String title) {
        return projects.stream().filter(p -> p.title().equals(title)).findFirst().orElseThrow();
    }

    @Test
    void whoIntendsSomethingInTheEndWasAmongTheBest() {
        assertThat(samples("intents"))
                .isNotEmpty()
                .allSatisfy(intent -> {
                    Project project = titled(intent.path("project").asString());
                    assertThat(suggestedTo(project).stream().limit(ASKED_BY_A_PROJECT))
                            .contains(intent.path("with").asString());
                });
    }

    @Test
    void theBaseThatWouldSuitTheSolventBestIsKeptAwayByADeclaredConflict() {
        Project solvent = titled("电子级溶剂绿色合成");
        Project unencumbered = Offers.with(solvent, solvent.side(), List.of());

        assertThat(suggestedTo(solvent)).isNotEmpty().doesNotContain("浙大衢州研究院化工中试基地");
        assertThat(suggestedTo(unencumbered)).first().isEqualTo("浙大衢州研究院化工中试基地");
    }

    @Test
    void enoughIsSuggestedForAsManyMeetingsAsAreAcceptedAtOnce() {
        int asked =
                projects.stream()
                        .mapToInt(p -> Math.min(ASKED_BY_A_PROJECT, suggestedTo(p).size()))
                        .sum();

        assertThat(asked).isGreaterThanOrEqualTo(ACCEPTED_AT_ONCE);
    }
}
