package io.bridgehead.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Pages that are open on two instances of contract-service behind the gateway, while one is killed.
class InstancesTest {

    /// More than instances, which are asked in turn: each serves some.
    private static final int PAGES = 6;

    private static final int CALLS = 20;

    /// The view's partitions go to the instance that is left some eight seconds after the other one died.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Set<String> ANSWERED = Set.of("scheduled", "unplaced");

    private final RunningSystem system = RunningSystem.get();
    private final List<ChainPage> pages = new ArrayList<>();

    private record Meeting(String id, JsonNode asking, JsonNode asked) {}

    @AfterEach
    void closeAllAndLeaveTheSystemWhole() {
        pages.forEach(ChainPage::close);
        system.up();
    }

    /// The second time around, what was killed the first time is all that is left.
    ///
    /// @param account one that nobody else signs in with: a stream ends with its token, so it must be new
    @ParameterizedTest
    @CsvSource({"contract-service-2, np-auditor", "contract-service, hs-auditor"})
    void whenOneDiesItsPagesComeBackToTheOtherAndMissNothing(String dying, String account) {
        for (int i = 0; i < PAGES; i++) {
            pages.add(ChainPage.open(system, account));
        }
        Meeting meeting = request();
        try {
            await("requested")
                    .atMost(PATIENCE)
                    .until(() -> allWereTold(pages, meeting, "requested"));

            system.kill(dying);
            for (int i = 0; i < CALLS; i++) {
                assertThat(system.get("/chains?edition=2025-quzhou", account).path("items"))
                        .isNotEmpty();
            }
            await("half of them broken off")
                    .until(() -> pages.stream().filter(ChainPage::isOpen).count() == PAGES / 2);
            List<ChainPage> broken = pages.stream().filter(page -> !page.isOpen()).toList();
            List<ChainPage> whole = pages.stream().filter(ChainPage::isOpen).toList();

            post("/meetings/" + meeting.id() + "/accept", meeting.asked(), "{}");
            await("answered").atMost(PATIENCE).until(() -> ANSWERED.contains(stage(meeting)));
            String stage = stage(meeting);
            await("told").atMost(PATIENCE).until(() -> allWereTold(whole, meeting, stage));
            assertThat(allWereTold(broken, meeting, "requested")).isTrue();
            broken.forEach(ChainPage::comeBack);
            await("caught up").atMost(PATIENCE).until(() -> allWereTold(broken, meeting, stage));

            system.up();
        } finally {
            post("/meetings/" + meeting.id() + "/cancel", meeting.asking(), "{}");
        }
        await("cancelled").atMost(PATIENCE).until(() -> allWereTold(pages, meeting, "cancelled"));
    }

    private static boolean allWereTold(List<ChainPage> pages, Meeting meeting, String stage) {
        return pages.stream().allMatch(page -> Objects.equals(page.stageOf(meeting.id()), stage));
    }

    private String stage(Meeting meeting) {
        return system.get("/chains/" + meeting.id(), "qz-organizer").path("stage").asString();
    }

    /// By a pair that has met already: the two fit.
    private Meeting request() {
        JsonNode met =
                system.get(
                                "/meetings?edition=2025-quzhou&state=intentRecorded&limit=200",
                                "qz-organizer")
                        .path("items")
                        .path(0);
        JsonNode asking = met.path("sides").path(0);
        String body =
                "{\"project\":\"%s\",\"counterpart\":{\"kind\":\"%s\",\"id\":\"%s\"}}"
                        .formatted(
                                met.path("project").asString(),
                                met.path("counterpart").path("kind").asString(),
                                met.path("counterpart").path("id").asString());
        String id = post("/meetings", asking, body).path("id").asString();
        return new Meeting(id, asking, met.path("sides").path(1));
    }

    /// As the system of the side's city.
    private JsonNode post(String path, JsonNode side, String body) {
        HttpResponse<String> answer =
                system.call(
                        "POST", path, system.token("city-" + side.path("city").asString()), body);
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isBetween(200, 201);
        return RunningSystem.json(answer);
    }
}
