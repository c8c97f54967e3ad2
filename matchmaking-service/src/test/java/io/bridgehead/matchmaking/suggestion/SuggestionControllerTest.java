package io.bridgehead.matchmaking.suggestion;

import static io.bridgehead.matchmaking.Api.assertInvalid;
import static io.bridgehead.matchmaking.Api.assertRefused;
import static io.bridgehead.matchmaking.Api.json;
import static io.bridgehead.matchmaking.Examples.FUND;
import static io.bridgehead.matchmaking.Examples.LITHIUM;
import static org.assertj.core.api.Assertions.assertThat;

import io.bridgehead.matchmaking.Api;
import io.bridgehead.matchmaking.Exhibits;
import io.bridgehead.matchmaking.FeatureSlice;
import io.bridgehead.matchmaking.registration.News;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.testing.Callers;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;

@FeatureSlice
class SuggestionControllerTest {

    private static final RequestPostProcessor SHANGRAO = Callers.of(Role.CITY_OFFICER, "sr");

    @Autowired Api api;
    @Autowired News news;
    @Autowired Exhibits exhibits;

    /// Of its own, so that the offers of other tests are not suggested.
    private final String edition = CommandId.newId();

    private String project = "";

    @BeforeEach
    void whoIsThere() {
        news.hear(News.industries());
        news.hear(News.edition(edition));
        for (String contact : List.of("sr-1", "sr-2", "qz-1", "qz-2", "qz-3", "qz-4")) {
            news.ofDelegate(edition, contact + edition, contact.substring(0, 2));
        }
        project = exhibits.aProject(changes("sr-1", "\"conflicts\": [\"91330800MAEX00061B\"]"));
    }

    private String changes(String contact, String more) {
        return "{\"edition\": \"%s\", \"contact\": \"%s\"%s}"
                .formatted(edition, contact + edition, more.isEmpty() ? "" : ", " + more);
    }

    private static List<JsonNode> items(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return StreamSupport.stream(json(answer).path("items").spliterator(), false).toList();
    }

    private List<String> suggested(String query) {
        return items(api.get(SHANGRAO, "/suggestions?" + query)).stream()
                .map(item -> item.path("counterpart").path("id").asString())
                .toList();
    }

    @Test
    void thePlantedBestIsFirstThePlantedConflictAbsentAndEachSaysWhy() {
        String other = exhibits.aFund(changes("qz-1", ""));
        String best = exhibits.aBase(changes("qz-2", ""));
        String rival = exhibits.aBase(changes("qz-3", "\"organisation\": \"91330800MAEX00061B\""));

        List<JsonNode> items = items(api.get(SHANGRAO, "/suggestions?project=" + project));

        assertThat(items)
                .extracting(item -> item.path("counterpart").path("id").asString())
                .containsExactly(best, other)
                .doesNotContain(rival);
        JsonNode first = items.getFirst();
        assertThat(first.path("project").asString()).isEqualTo(project);
        assertThat(first.path("projectTitle").asString()).isEqualTo("固态电解质薄膜中试");
        assertThat(first.path("score").asDouble()).isEqualTo(1.0);
        assertThat(first.path("counterpart").path("kind").asString()).isEqualTo("pilotBase");
        assertThat(first.path("counterpart").path("city").asString()).isEqualTo("qz");
        assertThat(first.path("reasons"))
                .extracting(reason ->
                        "%s %d %s %s"
                                .formatted(
                                        reason.path("code").asString(),
                                        reason.path("points").asInt(),
                                        reason.path("zh").asString(),
                                        reason.path("en").asString()))
                .containsExactly(
                        "industrySame 60 领域一致：锂电新材料 Same industry: newMaterials.lithiumBattery",
                        "capacityFree 25 有空余中试名额：12 / 12 Places free: 12 of 12",
                        "cityAcross 15 跨城合作：上饶—衢州 Across cities: sr and qz");
        assertThat(items.getLast().path("score").asDouble()).isEqualTo(0.88);
    }

    @Test
    void aFundAndABaseAreToldWhichProjectsToMeet() {
        String fund = exhibits.aFund(changes("qz-1", ""));
        String base = exhibits.aBase(changes("qz-2", ""));
        String fine = exhibits.aProject(changes("sr-2", "\"industries\": [\"chemicals.fine\"]"));

        assertThat(
                        items(
                                api.get(
                                        Callers.of(Role.ORGANISATION, "qz", FUND),
                                        "/suggestions?fund=" + fund)))
                .extracting(item -> item.path("project").asString())
                .containsExactly(project);
        assertThat(
                        items(
                                api.get(
                                        Callers.of(Role.PARTNER_SYSTEM, "qz"),
                                        "/suggestions?pilotBase=" + base)))
                .extracting(item -> item.path("project").asString())
                .containsExactlyInAnyOrder(project, fine);
    }

    @Test
    void whoHasWithdrawnIsNotSuggested() {
        String stays = exhibits.aFund(changes("qz-1", ""));
        exhibits.aBase(changes("qz-2", ""));
        news.hear(News.became("withdrawn", "qz-2" + edition, "qz", 4));

        assertThat(suggested("project=" + project)).containsExactly(stays);
    }

    @Test
    void pageByPageEachIsSuggestedOnce() {
        exhibits.aFund(changes("qz-1", ""));
        exhibits.aBase(changes("qz-2", ""));
        exhibits.aFund(changes("qz-4", "\"organisation\": \"91330800MAEX00053G\""));
        List<String> all = suggested("project=" + project);

        MvcTestResult first = api.get(SHANGRAO, "/suggestions?limit=2&project=" + project);
        String next = json(first).path("next").asString();
        List<String> rest = suggested("limit=2&project=" + project + "&after=" + next);

        assertThat(all).hasSize(3);
        assertThat(items(first)).hasSize(2);
        assertThat(rest).containsExactly(all.getLast());
        assertInvalid(
                api.get(SHANGRAO, "/suggestions?after=best&project=" + project), "after malformed");
    }

    @Test
    void whomAnOfferShouldMeetIsItsOwnBusiness() {
        String path = "/suggestions?project=" + project;

        for (RequestPostProcessor insider :
                List.of(
                        Callers.of(Role.ORGANISATION, "sr", LITHIUM),
                        Callers.of(Role.PARTNER_SYSTEM, "sr"),
                        Callers.of(Role.ORGANIZER, "qz"))) {
            assertThat(api.get(insider, path)).hasStatusOk();
        }
        for (RequestPostProcessor outsider :
                List.of(
                        Callers.of(Role.CITY_OFFICER, "qz"),
                        Callers.of(Role.ORGANISATION, "qz", FUND),
                        // of its city, and maybe of whom it declared a conflict with
                        Callers.of(Role.ORGANISATION, "sr", "91361100MAEX00125X"),
                        Callers.of(Role.DELEGATE, "sr"),
                        Callers.of(Role.JUDGE, "sr"))) {
            assertRefused(api.get(outsider, path), HttpStatus.FORBIDDEN, "not-allowed");
        }
        assertRefused(api.getWithoutToken(path), HttpStatus.UNAUTHORIZED, "not-signed-in");
    }

    @Test
    void oneOfTheThreeIsAskedFor() {
        assertInvalid(api.get(SHANGRAO, "/suggestions"), "project one-of-three");
        assertInvalid(
                api.get(SHANGRAO, "/suggestions?project=" + project + "&fund=f"),
                "project one-of-three");
        assertRefused(
                api.get(SHANGRAO, "/suggestions?fund=nothing"), HttpStatus.NOT_FOUND, "not-found");
    }
}
