package io.bridgehead.registration.delegation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static io.bridgehead.registration.delegation.sheet.Sheets.person;
import static io.bridgehead.registration.delegation.sheet.Sheets.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.testing.Callers;
import io.bridgehead.registration.RegistrationApi;
import io.bridgehead.registration.RegistrationSlice;
import io.bridgehead.registration.delegation.sheet.Sheets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;

@RegistrationSlice
class ImportControllerTest {

    private static final AtomicInteger editions = new AtomicInteger();
    private static final MediaType XLSX =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final RequestPostProcessor OFFICER = Callers.of(Role.CITY_OFFICER, "sr");

    private final String edition = "imports-" + editions.incrementAndGet();
    private final MockMvcTester mvc;
    private final MongoDatabase database;
    private final RegistrationApi api;
    private String delegation = "";

    @Autowired
    ImportControllerTest(MockMvcTester mvc, MongoDatabase database) {
        this.mvc = mvc;
        this.database = database;
        this.api = new RegistrationApi(mvc);
    }

    @BeforeEach
    void registerDelegation() {
        api.openEdition(edition);
        delegation = registerDelegation("sr");
    }

    private String registerDelegation(String city) {
        return json(api.post(
                        "/delegations",
                        Callers.of(Role.CITY_OFFICER, city),
                        "{\"edition\": \"%s\", \"name\": \"代表团\"}".formatted(edition)))
                .path("id")
                .asString();
    }

    private MvcTestResult send(RequestPostProcessor caller, String to, byte[] xlsx) {
        return mvc.post()
                .uri("/api/v1/delegations/" + to + "/imports")
                .with(caller)
                .header("Idempotency-Key", Callers.key())
                .contentType(XLSX)
                .content(xlsx)
                .exchange();
    }

    private JsonNode done(MvcTestResult started) {
        assertThat(started).hasStatus(HttpStatus.ACCEPTED);
        String id = json(started).path("id").asString();
        assertThat(started).hasHeader("Location", "/api/v1/imports/" + id);
        return until(id, operation -> !operation.path("state").asString().equals("running"));
    }

    private JsonNode until(String id, Predicate<JsonNode> arrived) {
        return await().atMost(Duration.ofSeconds(60))
                .until(() -> json(api.get("/imports/" + id, OFFICER)), arrived);
    }

    private int people() {
        int people = 0;
        String after = "";
        while (true) {
            JsonNode page =
                    json(
                            api.get(
                                    "/delegates?delegation=" + delegation + "&limit=200" + after,
                                    OFFICER));
            people += page.path("items").size();
            if (!page.has("next")) {
                return people;
            }
            after = "&after=" + page.path("next").asString();
        }
    }

    private static JsonNode json(MvcTestResult result) {
        return Documents.EVENT_JSON.readTree(result.getResponse().getContentAsByteArray());
    }

    private static List<String> codes(JsonNode operation) {
        return operation.path("findings").findValuesAsString("code");
    }

    private static byte[] people(int number) {
        List<List<?>> rows = new ArrayList<>();
        IntStream.range(0, number)
                .forEach(i -> rows.add(person("代表" + i, "138" + (10_000_000 + i))));
        return Sheets.of(rows);
    }

    @ParameterizedTest
    @CsvSource({
        "CITY_OFFICER, sr, 202",
        "PARTNER_SYSTEM, sr, 202",
        "DELEGATION_LEADER, sr, 202",
        "CITY_OFFICER, qz, 404",
        "PARTNER_SYSTEM, hs, 404",
        "ORGANIZER, sr, 403",
        "ORGANISATION, sr, 403",
        "DELEGATE, sr, 403",
        "RECEPTION, sr, 403",
        "OPERATOR, sr, 403"
    })
    void aCitySendsItsOwnPeople(Role role, String city, int status) {
        assertThat(send(Callers.of(role, city), delegation, people(1))).hasStatus(status);
    }

    @Test
    void theGoodRowsGoInAndTheOthersAreReported() {
        JsonNode operation =
                done(
                        send(
                                OFFICER,
                                delegation,
                                Sheets.of(
                                        List.of(
                                                person("甲", "13900001112"),
                                                person("", "13900001119"),
                                                person("丙", "13900001126")))));

        assertThat(operation.path("state").asString()).isEqualTo("done");
        assertThat(operation.path("kind").asString()).isEqualTo("delegation-import");
        assertThat(operation.path("done").asInt()).isEqualTo(3);
        assertThat(operation.path("total").asInt()).isEqualTo(3);
        assertThat(operation.path("about").path("delegation").asString()).isEqualTo(delegation);
        assertThat(operation.has("owner")).isFalse();
        assertThat(operation.path("findings"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.path("row").asInt()).isEqualTo(3);
                    assertThat(finding.path("column").asString()).isEqualTo("姓名");
                    assertThat(finding.path("message").path("en").asString())
                            .isEqualTo("This must be filled in.");
                });
        assertThat(people()).isEqualTo(2);
    }

    @Test
    void whatIsRegisteredAlreadyIsFoundAcrossSheets() {
        List<Object> leader = with(person("甲", "13900001112"), "领队", "是");
        done(send(OFFICER, delegation, Sheets.of(List.of(leader, person("乙", "13900001119")))));
        String another = registerDelegation("qz");
        RequestPostProcessor quzhou = Callers.of(Role.CITY_OFFICER, "qz");
        MvcTestResult elsewhere =
                send(quzhou, another, Sheets.of(List.of(person("乙", "13900001119"))));
        String id = json(elsewhere).path("id").asString();
        JsonNode ended =
                await().atMost(Duration.ofSeconds(60))
                        .until(
                                () -> json(api.get("/imports/" + id, quzhou)),
                                operation -> operation.path("state").asString().equals("done"));

        JsonNode again =
                done(
                        send(
                                OFFICER,
                                delegation,
                                Sheets.of(
                                        List.of(
                                                leader,
                                                with(person("乙", "13900001119"), "职务", "总工程师"),
                                                person("丙", "13900001126")))));
        JsonNode secondLeader =
                done(
                        send(
                                OFFICER,
                                delegation,
                                Sheets.of(List.of(with(person("丁", "13900001133"), "领队", "是")))));

        assertThat(codes(ended)).containsExactly("registered-elsewhere");
        assertThat(codes(again)).containsExactly("registered-otherwise");
        assertThat(codes(secondLeader)).containsExactly("second-leader");
        assertThat(people()).isEqualTo(3);
    }

    @Test
    void whatIsNoSheetIsSaidToBeNone() {
        JsonNode operation = done(send(OFFICER, delegation, "姓名,手机号".getBytes(UTF_8)));

        assertThat(operation.path("state").asString()).isEqualTo("failed");
        assertThat(operation.path("failure").asString()).isEqualTo("not-a-workbook");
        assertThat(operation.path("total").asInt()).isZero();
        assertThat(codes(operation)).containsExactly("not-a-workbook");
    }

    @Test
    void takesNothingElseAndNothingTooLarge() {
        assertThat(api.post("/delegations/" + delegation + "/imports", OFFICER, "{}"))
                .hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        assertThat(send(OFFICER, delegation, new byte[9_000_000]))
                .hasStatus(HttpStatus.CONTENT_TOO_LARGE)
                .bodyJson()
                .extractingPath("$.slug")
                .isEqualTo("too-large");
        assertThat(send(OFFICER, "none", people(1))).hasStatus(HttpStatus.NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource({
        "CITY_OFFICER, sr, 200",
        "DELEGATE, sr, 200",
        "ORGANIZER, hs, 200",
        "CITY_OFFICER, qz, 404",
        "RECEPTION, qz, 404"
    })
    void anImportIsSeenByWhoeverSeesTheDelegation(Role role, String city, int status) {
        String id = json(send(OFFICER, delegation, people(1))).path("id").asString();

        assertThat(api.get("/imports/" + id, Callers.of(role, city))).hasStatus(status);
        if (status != 200) {
            assertThat(api.get("/imports/" + id + "/progress", Callers.of(role, city)))
                    .hasStatus(status);
        }
    }

    @Test
    void aDelegationsImportsAreFoundAgain() {
        String one = done(send(OFFICER, delegation, people(1))).path("id").asString();
        String other = done(send(OFFICER, delegation, people(2))).path("id").asString();
        done(send(OFFICER, registerDelegation("sr"), people(1)));

        assertThat(
                        json(api.get("/imports?delegation=" + delegation, OFFICER))
                                .path("items")
                                .findValuesAsString("id"))
                .containsExactlyInAnyOrder(one, other);
        assertThat(
                        api.get(
                                "/imports?delegation=" + delegation,
                                Callers.of(Role.CITY_OFFICER, "qz")))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(api.get("/imports", OFFICER)).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CITY_OFFICER", "PARTNER_SYSTEM", "DELEGATION_LEADER"})
    void nobodyElseCancels(Role role) {
        assertThat(api.delete("/imports/any", Callers.of(role, "sr")))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void aCancelledImportEndsAfterTheRowThatItIsAt() {
        String id = json(send(OFFICER, delegation, people(1_500))).path("id").asString();
        until(id, operation -> operation.path("done").asInt() > 0);
        assertThat(api.delete("/imports/" + id, Callers.of(Role.CITY_OFFICER, "qz")))
                .hasStatus(HttpStatus.NOT_FOUND);

        assertThat(api.delete("/imports/" + id, OFFICER)).hasStatus(HttpStatus.NO_CONTENT);

        JsonNode ended =
                until(id, operation -> !operation.path("state").asString().equals("running"));
        assertThat(ended.path("state").asString()).isEqualTo("cancelled");
        assertThat(ended.path("done").asInt()).isPositive().isLessThan(1_500);
        assertThat(people()).isEqualTo(ended.path("done").asInt());
    }

    /// As when its instance was taken for dead: a second run begins while the first one is at it.
    @Test
    void workThatBeginsTwiceRegistersEveryoneOnce() {
        List<List<?>> rows = new ArrayList<>(List.of(person("", "13900001112")));
        IntStream.range(0, 400).forEach(i -> rows.add(person("代表" + i, "138" + (10_000_000 + i))));
        String id = json(send(OFFICER, delegation, Sheets.of(rows))).path("id").asString();
        until(id, operation -> operation.path("done").asInt() > 0);

        MongoCollection<Document> operations = database.getCollection("operations");
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    // Again and again: the first run says every quarter of a second that it lives.
                    operations.updateOne(
                            and(eq("_id", id), eq("state.runs", 1), ne("state.dueAt", null)),
                            Updates.set("state.dueAt", Instant.now().minusSeconds(1)));
                    return operations.countDocuments(and(eq("_id", id), eq("state.runs", 2))) == 1;
                });

        JsonNode ended =
                until(id, operation -> !operation.path("state").asString().equals("running"));
        assertThat(ended.path("state").asString()).isEqualTo("done");
        assertThat(ended.path("done").asInt()).isEqualTo(401);
        assertThat(codes(ended)).containsExactly("missing");
        assertThat(json(api.get("/imports/" + id + "/rows", OFFICER)).path("items")).hasSize(1);
        assertThat(people()).isEqualTo(400);
    }
}
