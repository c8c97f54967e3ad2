package io.bridgehead.registration.edition;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.testing.Callers;
import io.bridgehead.registration.RegistrationSlice;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@RegistrationSlice
class EditionControllerTest {

    private static final String BODY =
            """
            {"code": "CODE",
             "title": {"zh": "2025衢州人才科创周", "en": "Quzhou Talent and Science Week 2025"},
             "startsOn": "2025-09-24", "endsOn": "2025-09-26",
             "venue": {"zh": "衢州市文化艺术中心", "en": "Quzhou Culture and Arts Centre"},
             "quotas": [{"city": "np", "kind": "delegate", "places": 6},
                        {"city": "sr", "kind": "projectTeam", "places": 5}]}
            """;

    @Autowired MockMvcTester mvc;
    @Autowired MongoDatabase database;

    private MvcTestResult open(Role role, String city, String body) {
        return open(Callers.key(), role, city, body);
    }

    private MvcTestResult open(String key, Role role, String city, String body) {
        return mvc.post()
                .uri("/api/v1/editions")
                .with(Callers.of(role, city))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String body(String code) {
        return BODY.replace("CODE", code);
    }

    @Test
    void theOrganizersCityIsTheHostAndInvitesWhoeverHasAQuota() {
        MvcTestResult opened = open(Role.ORGANIZER, "qz", body("2025-quzhou"));

        assertThat(opened)
                .hasStatus(HttpStatus.CREATED)
                .hasHeader(HttpHeaders.LOCATION, "/api/v1/editions/2025-quzhou")
                .hasHeader(HttpHeaders.ETAG, "\"1\"")
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                        {"id": "2025-quzhou",
                         "title": {"zh": "2025衢州人才科创周", "en": "Quzhou Talent and Science Week 2025"},
                         "hostCity": "qz",
                         "cities": [
                           {"code": "qz", "division": "330800", "name": {"zh": "衢州", "en": "Quzhou"}},
                           {"code": "sr", "division": "361100", "name": {"zh": "上饶", "en": "Shangrao"}},
                           {"code": "np", "division": "350700", "name": {"zh": "南平", "en": "Nanping"}}],
                         "startsOn": "2025-09-24", "endsOn": "2025-09-26",
                         "timeZone": "Asia/Shanghai",
                         "venue": {"zh": "衢州市文化艺术中心", "en": "Quzhou Culture and Arts Centre"},
                         "programme": [], "version": 1}
                        """);
    }

    @Test
    void anyoneReadsEditionsAndNobodySeesQuotasThere() {
        open(Role.ORGANIZER, "qz", body("2026-quzhou"));

        assertThat(mvc.get().uri("/api/v1/editions/2026-quzhou"))
                .hasStatusOk()
                .hasHeader(HttpHeaders.ETAG, "\"1\"")
                .bodyJson()
                .doesNotHavePath("$.quotas");
        assertThat(mvc.get().uri("/api/v1/editions"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[*].id")
                .asArray()
                .contains("2026-quzhou");
        assertThat(mvc.get().uri("/api/v1/editions/none"))
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyJson()
                .extractingPath("$.slug")
                .isEqualTo("not-found");
    }

    @Test
    void theSameRequestAgainOpensNothingTwiceAndAnotherForTheCodeIsRefused() {
        String key = Callers.key();
        MvcTestResult first = open(key, Role.ORGANIZER, "qz", body("2027-quzhou"));

        assertThat(open(key, Role.ORGANIZER, "qz", body("2027-quzhou")))
                .hasStatus(HttpStatus.CREATED)
                .body()
                .isEqualTo(first.getResponse().getContentAsByteArray());
        assertThat(open(Role.ORGANIZER, "sr", body("2027-quzhou")))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyJson()
                .extractingPath("$.slug")
                .isEqualTo("already-exists");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ORGANIZER")
    void nobodyButAnOrganizerOpens(Role role) {
        assertThat(open(role, "qz", body("2028-quzhou")))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyJson()
                .extractingPath("$.slug")
                .isEqualTo("not-allowed");
    }

    @Test
    void nobodyOpensWithoutTokenNorForACityThatTakesNoPart() {
        assertThat(
                        mvc.post()
                                .uri("/api/v1/editions")
                                .header("Idempotency-Key", Callers.key())
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(body("2028-quzhou")))
                .hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(open(Role.ORGANIZER, "bj", body("2028-quzhou"))).hasStatus(HttpStatus.FORBIDDEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"CODE\" | \"2025/quzhou\" | code | pattern",
                "\"endsOn\": \"2025-09-26\" | \"endsOn\": \"2025-09-23\" | endsOn | ends-before-start",
                "\"places\": 6 | \"places\": -1 | quotas[0].places | min",
                "\"city\": \"sr\" | \"city\": \"bj\" | quotas[1].city | unknown-city",
                "\"city\": \"sr\", \"kind\": \"projectTeam\" | \"city\": \"np\", \"kind\": \"delegate\""
                        + " | quotas[1] | quota-twice",
                "\"kind\": \"delegate\" | \"kind\": \"tourist\" | quotas[0].kind | one-of",
                "\"startsOn\" | \"timeZone\": \"Asia/Quzhou\", \"startsOn\" | timeZone"
                        + " | unknown-time-zone"
            })
    void namesTheFieldThatIsWrong(String part, String wrong, String field, String code) {
        String body = BODY.replace(part, wrong).replace("CODE", "2029-quzhou");

        MvcTestResult refused = open(Role.ORGANIZER, "qz", body);

        assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(refused).bodyJson().extractingPath("$.slug").isEqualTo("invalid-request");
        assertThat(refused).bodyJson().extractingPath("$.errors.length()").isEqualTo(1);
        assertThat(refused).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
        assertThat(refused).bodyJson().extractingPath("$.errors[0].code").isEqualTo(code);
        assertThat(refused).bodyJson().extractingPath("$.errors[0].message").isNotEqualTo(code);
    }

    private static final String REVISION =
            """
            {"title": {"zh": "新标题", "en": "A new title"},
             "venue": {"zh": "会展中心", "en": "Exhibition centre"},
             "programme": [
               {"startsAt": "2025-09-25T01:00:00Z", "endsAt": "2025-09-25T04:00:00Z",
                "title": {"zh": "路演", "en": "Roadshow"}},
               {"startsAt": "2025-09-23T16:00:00Z", "endsAt": "2025-09-24T03:00:00Z",
                "title": {"zh": "启幕", "en": "Opening"}, "place": {"zh": "主会场", "en": "Hall"}}],
             "directions": {"zh": "乘高铁。\\n再乘公交。", "en": "By train,\\nthen by bus."}}
            """;

    private MvcTestResult revise(
            Role role, String city, String code, @Nullable String version, String body) {
        var request =
                mvc.put()
                        .uri("/api/v1/editions/" + code)
                        .with(Callers.of(role, city))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body);
        return (version == null
                        ? request
                        : request.header(HttpHeaders.IF_MATCH, "\"" + version + "\""))
                .exchange();
    }

    @Test
    void theHostRevisesWhatPeopleAreToldAndNothingThatOthersStandOn() {
        open(Role.ORGANIZER, "qz", body("2030-quzhou"));

        MvcTestResult revised = revise(Role.ORGANIZER, "qz", "2030-quzhou", "1", REVISION);

        assertThat(revised).hasStatusOk().hasHeader(HttpHeaders.ETAG, "\"2\"");
        assertThat(revised).bodyJson().extractingPath("$.title.zh").isEqualTo("新标题");
        assertThat(revised)
                .bodyJson()
                .extractingPath("$.programme[*].title.en")
                .asArray()
                .containsExactly("Opening", "Roadshow");
        assertThat(revised)
                .bodyJson()
                .extractingPath("$.directions.en")
                .isEqualTo("By train,\nthen by bus.");
        assertThat(revised).bodyJson().doesNotHavePath("$.about");
        assertThat(revised).bodyJson().extractingPath("$.startsOn").isEqualTo("2025-09-24");
        assertThat(revised).bodyJson().extractingPath("$.cities.length()").isEqualTo(3);
        assertThat(revise(Role.ORGANIZER, "qz", "2030-quzhou", "2", REVISION))
                .hasStatusOk()
                .hasHeader(HttpHeaders.ETAG, "\"2\"");
    }

    @Test
    void onlyTheHostRevisesAndOnlyWhatItHasSeen() {
        open(Role.ORGANIZER, "qz", body("2031-quzhou"));

        assertThat(revise(Role.ORGANIZER, "sr", "2031-quzhou", "1", REVISION))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(revise(Role.CITY_OFFICER, "qz", "2031-quzhou", "1", REVISION))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(revise(Role.ORGANIZER, "qz", "2031-quzhou", null, REVISION))
                .hasStatus(HttpStatus.PRECONDITION_REQUIRED);
        assertThat(revise(Role.ORGANIZER, "qz", "2031-quzhou", "7", REVISION))
                .hasStatus(HttpStatus.PRECONDITION_FAILED);
        assertThat(revise(Role.ORGANIZER, "qz", "none", "1", REVISION))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-09-23T16:00:00Z | 2025-09-23T15:59:59Z | programme[1].startsAt"
                        + " | outside-the-days",
                "2025-09-25T04:00:00Z | 2025-09-26T16:00:01Z | programme[0].endsAt"
                        + " | outside-the-days",
                "2025-09-25T04:00:00Z | 2025-09-25T01:00:00Z | programme[0].endsAt"
                        + " | not-after-start",
                "By train | | directions.en | not-blank"
            })
    void namesWhatIsWrongInTheProgramme(
            String part, @Nullable String wrong, String field, String code) {
        String revision =
                wrong == null
                        ? REVISION.replace("By train,\\nthen by bus.", "")
                        : REVISION.replace(part, wrong);
        open(Role.ORGANIZER, "qz", body("2032-quzhou"));

        MvcTestResult refused = revise(Role.ORGANIZER, "qz", "2032-quzhou", "1", revision);

        assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(refused).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
        assertThat(refused).bodyJson().extractingPath("$.errors[0].code").isEqualTo(code);
    }

    @Test
    void anEditionIsOpenedWithItsProgramme() {
        String withProgramme =
                body("2033-quzhou").strip().replaceAll("}$", "")
                        + REVISION.strip().replaceFirst("(?s)^.*\"programme\"", ",\"programme\"");

        MvcTestResult opened = open(Role.ORGANIZER, "qz", withProgramme);

        assertThat(opened).hasStatus(HttpStatus.CREATED);
        assertThat(opened)
                .bodyJson()
                .extractingPath("$.programme[0].startsAt")
                .isEqualTo("2025-09-23T16:00:00Z");
    }

    /// As a release before this one has stored it.
    @Test
    void anEditionThatWasStoredWithoutAProgrammeIsRead() {
        open(Role.ORGANIZER, "qz", body("2034-quzhou"));
        database.getCollection("editions")
                .updateOne(
                        eq("_id", "2034-quzhou"),
                        Updates.combine(
                                Updates.unset("state.programme"),
                                Updates.unset("state.directions"),
                                Updates.unset("state.about")));

        assertThat(mvc.get().uri("/api/v1/editions/2034-quzhou"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.programme.length()")
                .isEqualTo(0);
        assertThat(revise(Role.ORGANIZER, "qz", "2034-quzhou", "1", REVISION)).hasStatusOk();
    }

    @Test
    void saysWhatIsWrongInEnglishToWhoeverAsksForIt() {
        assertThat(
                        mvc.post()
                                .uri("/api/v1/editions")
                                .with(Callers.of(Role.ORGANIZER, "qz"))
                                .header("Idempotency-Key", Callers.key())
                                .locale(Locale.ENGLISH)
                                .header(HttpHeaders.ACCEPT_LANGUAGE, "en")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(
                                        body("2029-quzhou")
                                                .replace(
                                                        "\"endsOn\": \"2025-09-26\"",
                                                        "\"endsOn\": \"2025-09-23\"")))
                .bodyJson()
                .extractingPath("$.errors[0].message")
                .isEqualTo("must not be before the start");
    }
}
