package io.bridgehead.matchmaking.timetable;

import static io.bridgehead.matchmaking.Api.assertInvalid;
import static io.bridgehead.matchmaking.Api.assertRefused;
import static io.bridgehead.matchmaking.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.bridgehead.matchmaking.Api;
import io.bridgehead.matchmaking.FeatureSlice;
import io.bridgehead.matchmaking.registration.News;
import io.bridgehead.matchmaking.timetable.Timetable.Wish;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.testing.Callers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;

@FeatureSlice
class TimetableControllerTest {

    private static final RequestPostProcessor HOST = Callers.of(Role.ORGANIZER, "qz");
    private static final RequestPostProcessor ANYONE = Callers.of(Role.DELEGATE, "np");

    private static final String TWO_SLOTS =
            """
            [{"startsAt": "2025-09-25T02:00:00Z", "endsAt": "2025-09-25T02:25:00Z"},
             {"startsAt": "2025-09-25T01:30:00Z", "endsAt": "2025-09-25T02:00:00Z"}]
            """;

    @Autowired Api api;
    @Autowired News news;
    @Autowired Timetables timetables;

    private final String edition = CommandId.newId();

    @BeforeEach
    void whatIsKnown() {
        news.hear(News.edition(edition));
    }

    private static String body(String edition, String tables, String slots) {
        return "{\"edition\": \"%s\", \"tables\": %s, \"slots\": %s}"
                .formatted(edition, tables, slots);
    }

    private MvcTestResult open(RequestPostProcessor caller, String tables, String slots) {
        return api.post(caller, "/timetables", body(edition, tables, slots));
    }

    @Test
    void theHostOpensTheTimetableAndEverybodySeesItInTheOrderOfTime() {
        MvcTestResult opened = open(HOST, "[\"A2\", \"A1\"]", TWO_SLOTS);

        assertThat(opened).hasStatus(HttpStatus.CREATED).hasHeader(HttpHeaders.ETAG, "\"2\"");
        assertThat(opened.getResponse().getHeader(HttpHeaders.LOCATION))
                .isEqualTo("/api/v1/timetables/" + edition);
        JsonNode seen = json(api.get(ANYONE, "/timetables/" + edition));
        assertThat(seen.path("edition").asString()).isEqualTo(edition);
        assertThat(seen.path("tables").path(0).asString()).isEqualTo("A2");
        assertThat(seen.path("slots").path(0).path("startsAt").asString())
                .isEqualTo("2025-09-25T01:30:00Z");
    }

    @Test
    void aTimetableIsThereOnceItIsOpen() {
        assertRefused(api.get(ANYONE, "/timetables/" + edition), HttpStatus.NOT_FOUND, "not-found");

        timetables.book(
                edition, CommandId.random(), new Wish("m", List.of("a", "b"), List.of("qz")));

        assertRefused(api.get(ANYONE, "/timetables/" + edition), HttpStatus.NOT_FOUND, "not-found");
    }

    @Test
    void itIsNotOpenedASecondTimeWithSomethingElse() {
        assertThat(open(HOST, "[\"A1\"]", TWO_SLOTS)).hasStatus(HttpStatus.CREATED);

        assertThat(open(HOST, "[\"A1\"]", TWO_SLOTS)).hasStatus(HttpStatus.CREATED);
        assertRefused(
                open(HOST, "[\"A1\", \"A2\"]", TWO_SLOTS), HttpStatus.CONFLICT, "timetable-open");
    }

    @Test
    void theHostsOrganizerOpensItAndNobodyElse() {
        for (RequestPostProcessor other :
                List.of(
                        Callers.of(Role.ORGANIZER, "sr"),
                        Callers.of(Role.CITY_OFFICER, "qz"),
                        Callers.of(Role.OPERATOR, "qz"))) {
            assertRefused(open(other, "[\"A1\"]", TWO_SLOTS), HttpStatus.FORBIDDEN, "not-allowed");
        }
        assertRefused(
                api.getWithoutToken("/timetables/" + edition),
                HttpStatus.UNAUTHORIZED,
                "not-signed-in");
    }

    @Test
    void whatIsWrongIsNamed() {
        String slots =
                """
                [{"startsAt": "2025-09-25T01:00:00Z", "endsAt": "2025-09-25T01:30:00Z"},
                 {"startsAt": "2025-09-25T01:25:00Z", "endsAt": "2025-09-25T01:50:00Z"},
                 {"startsAt": "2025-09-25T03:00:00Z", "endsAt": "2025-09-25T03:00:00Z"}]
                """;

        assertInvalid(
                api.post(HOST, "/timetables", body("1999-quzhou", "[\"A1\", \"A1\"]", slots)),
                "edition edition-not-known-yet",
                "tables[1] table-twice",
                "slots[1] slot-overlaps",
                "slots[2].endsAt slot-ends-before-start");
        assertInvalid(
                open(HOST, "[]", "[{\"startsAt\": \"2025-09-25T01:00:00Z\"}]"),
                "tables not-empty",
                "slots[0].endsAt not-null");
    }
}
