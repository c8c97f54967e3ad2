package io.bridgehead.matchmaking.meeting;

import static io.bridgehead.matchmaking.Api.assertInvalid;
import static io.bridgehead.matchmaking.Api.assertRefused;
import static io.bridgehead.matchmaking.Api.created;
import static io.bridgehead.matchmaking.Api.json;
import static io.bridgehead.matchmaking.Examples.FUND;
import static io.bridgehead.matchmaking.Examples.INSTITUTE;
import static io.bridgehead.matchmaking.Examples.LITHIUM;
import static org.assertj.core.api.Assertions.assertThat;

import io.bridgehead.matchmaking.Api;
import io.bridgehead.matchmaking.Exhibits;
import io.bridgehead.matchmaking.FeatureSlice;
import io.bridgehead.matchmaking.registration.News;
import io.bridgehead.matchmaking.timetable.Slot;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.testing.Callers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;

@FeatureSlice
class MeetingControllerTest {

    private static final Slot SLOT =
            new Slot(Instant.parse("2025-09-24T06:00:00Z"), Instant.parse("2025-09-24T06:20:00Z"));

    /// The project's side.
    private static final RequestPostProcessor PROJECT =
            Callers.of(Role.ORGANISATION, "sr", LITHIUM);

    /// The base's side.
    private static final RequestPostProcessor BASE = Callers.of(Role.ORGANISATION, "qz", INSTITUTE);

    private static final String INTENT =
            """
            {"kind": "pilotTesting", "title": "中试合作", "summary": "为期十二个月。",
             "amount": {"amount": 500000000, "currency": "CNY"}}
            """;

    @Autowired Api api;
    @Autowired News news;
    @Autowired Exhibits exhibits;
    @Autowired Meetings meetings;

    private String project = "";
    private String base = "";

    @BeforeEach
    void whoIsThere() {
        news.ofDelegates(Exhibits.CONTACTS);
        project = exhibits.aProject("{}");
        base = exhibits.aBase("{}");
    }

    private static String asking(String project, String kind, String counterpart) {
        return """
        {"project": "%s", "counterpart": {"kind": "%s", "id": "%s"}, "message": "您好"}
        """
                .formatted(project, kind, counterpart);
    }

    private String requested(RequestPostProcessor caller) {
        return created(api.post(caller, "/meetings", asking(project, "pilotBase", base)));
    }

    private MvcTestResult post(RequestPostProcessor caller, String meeting, String action) {
        return api.post(caller, "/meetings/" + meeting + "/" + action, "{}");
    }

    private String scheduled() {
        String id = requested(PROJECT);
        assertThat(post(BASE, id, "accept")).hasStatusOk();
        var _ = meetings.change(id, CommandId.random(), meeting -> meeting.schedule(SLOT, "A1"));
        return id;
    }

    @Test
    void eitherSideAsksAndTheOtherAnswers() {
        String id = requested(PROJECT);

        MvcTestResult accepted = post(BASE, id, "accept");

        assertThat(accepted).hasStatusOk().hasHeader(HttpHeaders.ETAG, "\"2\"");
        JsonNode meeting = json(accepted);
        assertThat(meeting.path("state").asString()).isEqualTo("accepted");
        assertThat(meeting.path("askedBy").asString()).isEqualTo("project");
        assertThat(meeting.path("title").asString()).isEqualTo("固态电解质薄膜中试 × 化工中试基地");
        assertThat(meeting.path("counterpart").path("name").asString()).isEqualTo("化工中试基地");
        assertThat(meeting.path("sides"))
                .extracting(side -> side.path("delegate").asString())
                .containsExactly("d-project", "d-base");
        assertThat(meeting.path("message").asString()).isEqualTo("您好");

        assertRefused(post(BASE, id, "accept"), HttpStatus.CONFLICT, "meeting-already-answered");
    }

    @Test
    void aCityActsForItsSide() {
        String id = requested(Callers.of(Role.CITY_OFFICER, "qz"));
        assertThat(json(api.get(BASE, "/meetings/" + id)).path("askedBy").asString())
                .isEqualTo("counterpart");

        MvcTestResult declined =
                api.post(
                        Callers.of(Role.PARTNER_SYSTEM, "sr"),
                        "/meetings/" + id + "/decline",
                        "{\"reason\": \"时间不合适\"}");

        assertThat(json(declined).path("state").asString()).isEqualTo("declined");
        assertThat(json(declined).path("reason").asString()).isEqualTo("时间不合适");
        assertRefused(post(PROJECT, id, "cancel"), HttpStatus.CONFLICT, "meeting-over");
    }

    @Test
    void theAskerDoesNotAnswerHimself() {
        String id = requested(PROJECT);

        assertRefused(post(PROJECT, id, "accept"), HttpStatus.FORBIDDEN, "meeting-own-request");
        assertRefused(
                api.post(
                        Callers.of(Role.CITY_OFFICER, "sr"),
                        "/meetings/" + id + "/decline",
                        "{\"reason\": \"…\"}"),
                HttpStatus.FORBIDDEN,
                "meeting-own-request");
        assertThat(json(post(PROJECT, id, "cancel")).path("state").asString())
                .isEqualTo("cancelled");
    }

    @Test
    void nobodyActsInAMeetingOfOthers() {
        String asking = asking(project, "pilotBase", base);
        assertRefused(
                api.post(Callers.of(Role.CITY_OFFICER, "np"), "/meetings", asking),
                HttpStatus.FORBIDDEN,
                "not-allowed");
        assertRefused(
                api.post(Callers.of(Role.ORGANISATION, "qz", FUND), "/meetings", asking),
                HttpStatus.FORBIDDEN,
                "not-allowed");
        assertRefused(
                api.post(Callers.of(Role.DELEGATE, "sr"), "/meetings", asking),
                HttpStatus.FORBIDDEN,
                "not-allowed");
        String id = requested(PROJECT);

        // who may not even know of it
        for (RequestPostProcessor stranger :
                List.of(
                        Callers.of(Role.CITY_OFFICER, "np"),
                        Callers.of(Role.ORGANISATION, "qz", FUND))) {
            for (String action : List.of("accept", "cancel")) {
                assertRefused(post(stranger, id, action), HttpStatus.NOT_FOUND, "not-found");
            }
            assertRefused(
                    api.post(stranger, "/meetings/" + id + "/intent", INTENT),
                    HttpStatus.NOT_FOUND,
                    "not-found");
            assertRefused(api.get(stranger, "/meetings/" + id), HttpStatus.NOT_FOUND, "not-found");
        }
        // who may know of it and not act in it
        assertThat(api.get(Callers.of(Role.ORGANIZER, "hs"), "/meetings/" + id)).hasStatusOk();
        assertRefused(
                post(Callers.of(Role.ORGANIZER, "qz"), id, "accept"),
                HttpStatus.FORBIDDEN,
                "not-allowed");
        assertRefused(api.getWithoutToken("/meetings"), HttpStatus.UNAUTHORIZED, "not-signed-in");
    }

    @Test
    void theSamePairHasOneOpenMeeting() {
        String id = requested(PROJECT);

        MvcTestResult second = api.post(BASE, "/meetings", asking(project, "pilotBase", base));

        assertRefused(second, HttpStatus.CONFLICT, "meeting-already-asked");
        assertThat(json(second).path("meeting").asString()).isEqualTo(id);
        assertThat(post(PROJECT, id, "cancel")).hasStatusOk();
        assertThat(requested(BASE)).isNotEqualTo(id);
    }

    @Test
    void whoMustNotMeetIsNotAskedFor() {
        String rival = exhibits.aFund("{\"conflicts\": [\"" + LITHIUM + "\"]}");
        assertRefused(
                api.post(PROJECT, "/meetings", asking(project, "fund", rival)),
                HttpStatus.CONFLICT,
                "meeting-in-conflict");

        String ownProject =
                exhibits.aProject(
                        "{\"organisation\": \"" + INSTITUTE + "\", \"contact\": \"d-fund\"}");
        assertRefused(
                api.post(BASE, "/meetings", asking(ownProject, "pilotBase", base)),
                HttpStatus.CONFLICT,
                "meeting-same-side");

        String samePerson =
                exhibits.aProject(
                        "{\"organisation\": \"91330800MAEX00053G\", \"contact\": \"d-base\"}");
        assertRefused(
                api.post(BASE, "/meetings", asking(samePerson, "pilotBase", base)),
                HttpStatus.CONFLICT,
                "meeting-same-side");
    }

    @Test
    void whoHasWithdrawnIsNotMet() {
        news.ofDelegates(Map.of("qz-leaves", "qz"));
        String left = exhibits.aFund("{\"contact\": \"qz-leaves\"}");
        news.hear(News.became("withdrawn", "qz-leaves", "qz", 4));

        assertRefused(
                api.post(PROJECT, "/meetings", asking(project, "fund", left)),
                HttpStatus.CONFLICT,
                "meeting-contact-away");
    }

    @Test
    void aConflictDeclaredSinceTheRequestKeepsItFromBeingAccepted() {
        String id = requested(PROJECT);
        revise("{\"conflicts\": [\"" + INSTITUTE + "\"]}", "\"1\"");

        assertRefused(post(BASE, id, "accept"), HttpStatus.CONFLICT, "meeting-in-conflict");
        assertThat(json(api.get(BASE, "/meetings/" + id)).path("state").asString())
                .isEqualTo("requested");

        revise("{}", "\"2\"");
        assertThat(post(BASE, id, "accept")).hasStatusOk();
        revise("{\"conflicts\": [\"" + INSTITUTE + "\"]}", "\"3\"");
        assertRefused(post(BASE, id, "accept"), HttpStatus.CONFLICT, "meeting-already-answered");
    }

    private void revise(String changes, String version) {
        assertThat(
                        api.put(
                                Callers.of(Role.CITY_OFFICER, "sr"),
                                "/projects/" + project,
                                version,
                                Exhibits.project(changes)))
                .hasStatusOk();
    }

    @Test
    void whoHasWithdrawnSinceTheRequestKeepsItFromBeingAccepted() {
        news.ofDelegates(Map.of("qz-goes", "qz", "sr-goes", "sr"));
        for (String contact : List.of("qz-goes", "sr-goes")) {
            boolean asked = contact.startsWith("qz");
            String one = asked ? project : exhibits.aProject("{\"contact\": \"sr-goes\"}");
            String other = asked ? exhibits.aBase("{\"contact\": \"qz-goes\"}") : base;
            String id = created(api.post(PROJECT, "/meetings", asking(one, "pilotBase", other)));
            news.hear(News.became("withdrawn", contact, contact.substring(0, 2), 4));

            MvcTestResult refused = post(BASE, id, "accept");

            assertRefused(refused, HttpStatus.CONFLICT, "meeting-contact-away");
            assertThat(json(refused).path("detail").asString())
                    .contains(asked ? "浙江大学衢州研究院" : "上饶锂电");
            assertThat(api.post(BASE, "/meetings/" + id + "/decline", "{\"reason\": \"联系人不参会\"}"))
                    .hasStatusOk();
        }
    }

    @Test
    void whatARequestNamesMustBeThere() {
        assertInvalid(
                api.post(PROJECT, "/meetings", asking("nothing", "fund", base)),
                "project offer-unknown",
                "counterpart.id offer-unknown");
        assertInvalid(
                api.post(PROJECT, "/meetings", asking(project, "bank", base)),
                "counterpart.kind one-of");
        assertInvalid(
                api.post(PROJECT, "/meetings", "{\"counterpart\": {}}"),
                "project not-blank",
                "counterpart.kind not-null",
                "counterpart.id not-blank");
    }

    @Test
    void anIntentFollowsAScheduledMeeting() {
        String id = scheduled();

        JsonNode meeting = json(api.post(BASE, "/meetings/" + id + "/intent", INTENT));

        assertThat(meeting.path("state").asString()).isEqualTo("intentRecorded");
        assertThat(meeting.path("intent").path("kind").asString()).isEqualTo("pilotTesting");
        assertThat(meeting.path("intent").path("title").asString()).isEqualTo("中试合作");
        assertThat(meeting.path("intent").path("id").asString()).isNotBlank();
        assertThat(meeting.path("slot").path("startsAt").asString())
                .isEqualTo("2025-09-24T06:00:00Z");
        assertThat(meeting.path("table").asString()).isEqualTo("A1");
        assertRefused(
                api.post(PROJECT, "/meetings/" + id + "/intent", INTENT),
                HttpStatus.CONFLICT,
                "meeting-not-scheduled");
        assertRefused(post(PROJECT, id, "cancel"), HttpStatus.CONFLICT, "meeting-over");
    }

    @Test
    void whatIsWrongWithAnIntentIsNamed() {
        String path = "/meetings/" + scheduled() + "/intent";

        assertInvalid(
                api.post(BASE, path, "{\"kind\": \"investment\", \"title\": \"\"}"),
                "title not-blank",
                "summary not-blank");
        assertInvalid(
                api.post(
                        BASE,
                        path,
                        """
                        {"kind": "investment", "title": "t", "summary": "s",
                         "amount": {"amount": 1, "currency": "XXY"}}
                        """),
                "amount.currency unknown-currency");
        assertInvalid(
                api.post(
                        BASE,
                        path,
                        "{\"kind\": \"marriage\", \"title\": \"t\", \"summary\": \"s\"}"),
                "kind one-of");
    }

    @Test
    void anIntentNeedsAPlaceInTheTimetableFirst() {
        String id = requested(PROJECT);

        assertRefused(
                api.post(PROJECT, "/meetings/" + id + "/intent", INTENT),
                HttpStatus.CONFLICT,
                "meeting-not-scheduled");
    }

    private List<String> listed(RequestPostProcessor caller, String query) {
        MvcTestResult answer = api.get(caller, "/meetings?limit=200&project=" + project + query);
        assertThat(answer).hasStatusOk();
        return StreamSupport.stream(json(answer).path("items").spliterator(), false)
                .map(item -> item.path("id").asString())
                .toList();
    }

    @Test
    void eachSeesTheMeetingsThatAreHis() {
        String id = scheduled();

        for (RequestPostProcessor insider :
                List.of(
                        PROJECT,
                        BASE,
                        Callers.of(Role.CITY_OFFICER, "sr"),
                        Callers.of(Role.DELEGATION_LEADER, "sr"),
                        Callers.of(Role.RECEPTION, "qz"),
                        Callers.of(Role.SIGNATORY, "qz", INSTITUTE),
                        Callers.of(Role.ORGANIZER, "np"),
                        Callers.of(Role.AUDITOR, "np"))) {
            assertThat(listed(insider, "")).containsExactly(id);
        }
        for (RequestPostProcessor outsider :
                List.of(
                        Callers.of(Role.CITY_OFFICER, "np"),
                        Callers.of(Role.ORGANISATION, "qz", FUND),
                        Callers.of(Role.DELEGATE, "qz"))) {
            assertThat(listed(outsider, "")).isEmpty();
        }
        assertThat(listed(PROJECT, "&state=scheduled&city=qz&delegate=d-base")).containsExactly(id);
        assertThat(listed(PROJECT, "&state=requested")).isEmpty();
        assertThat(listed(PROJECT, "&delegate=d-fund")).isEmpty();
        assertThat(listed(PROJECT, "&edition=1999-quzhou")).isEmpty();
        assertInvalid(api.get(PROJECT, "/meetings?state=merry"), "state one-of");
    }
}
