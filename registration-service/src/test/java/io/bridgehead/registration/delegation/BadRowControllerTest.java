package io.bridgehead.registration.delegation;

import static com.mongodb.client.model.Filters.eq;
import static io.bridgehead.registration.delegation.sheet.Sheets.person;
import static io.bridgehead.registration.delegation.sheet.Sheets.with;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.privacy.PersonalText;
import io.bridgehead.platform.privacy.Privacy;
import io.bridgehead.platform.testing.Callers;
import io.bridgehead.registration.RegistrationApi;
import io.bridgehead.registration.RegistrationSlice;
import io.bridgehead.registration.delegation.sheet.SheetCells;
import io.bridgehead.registration.delegation.sheet.Sheets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;

@RegistrationSlice
class BadRowControllerTest {

    private static final AtomicInteger editions = new AtomicInteger();
    private static final RequestPostProcessor OFFICER = Callers.of(Role.CITY_OFFICER, "sr");
    private static final String GOOD =
            """
            {"cells": {"name": "乙", "phone": "13900001119", "organisation": "上饶锂电",
             "creditCode": "91361100MAEX001173", "organisationKind": "企业",
             "jobTitle": "工程师", "kind": "代表"}}
            """;

    private final String edition = "rows-" + editions.incrementAndGet();
    private final MockMvcTester mvc;
    private final MongoDatabase database;
    private final Privacy privacy;
    private final KeepingBadRows keeping;
    private final RegistrationApi api;
    private String delegation = "";

    @Autowired
    BadRowControllerTest(
            MockMvcTester mvc, MongoDatabase database, Privacy privacy, KeepingBadRows keeping) {
        this.mvc = mvc;
        this.database = database;
        this.privacy = privacy;
        this.keeping = keeping;
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

    private static JsonNode json(MvcTestResult result) {
        return Documents.EVENT_JSON.readTree(result.getResponse().getContentAsByteArray());
    }

    /// @return the import's id
    private String imported(byte[] xlsx) {
        return imported(OFFICER, delegation, xlsx);
    }

    private String imported(RequestPostProcessor caller, String to, byte[] xlsx) {
        String id =
                json(mvc.post()
                                .uri("/api/v1/delegations/" + to + "/imports")
                                .with(caller)
                                .header("Idempotency-Key", Callers.key())
                                .contentType(MediaType.parseMediaType(ImportController.XLSX))
                                .content(xlsx)
                                .exchange())
                        .path("id")
                        .asString();
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        json(api.get("/imports/" + id, caller))
                                .path("state")
                                .asString()
                                .equals("done"));
        return id;
    }

    private MvcTestResult put(String uri, RequestPostProcessor caller, String json) {
        return mvc.put()
                .uri("/api/v1" + uri)
                .with(caller)
                .header("Accept-Language", "en")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private JsonNode rows(String id) {
        return json(api.get("/imports/" + id + "/rows", OFFICER)).path("items");
    }

    private JsonNode delegates() {
        return json(api.get("/delegates?delegation=" + delegation, OFFICER)).path("items");
    }

    private MongoCollection<Document> stored() {
        return database.getCollection("badRows");
    }

    private static byte[] sheet() {
        return Sheets.of(
                List.of(
                        person("甲", "13900001112"),
                        with(person("=cmd|' /C calc'!A0", "139"), "职务", "汉".repeat(120)),
                        person("", "13900001126")));
    }

    @Test
    void showsTheRowsThatDidNotGoInAsTheyWereRead() {
        String id = imported(sheet());

        MvcTestResult answer = api.get("/imports/" + id + "/rows?limit=1", OFFICER);

        assertThat(answer).hasStatusOk().hasHeader("Cache-Control", "no-store");
        JsonNode row = json(answer).path("items").path(0);
        assertThat(row.path("number").asInt()).isEqualTo(3);
        assertThat(row.path("cells").path("name").asString()).isEqualTo("=cmd|' /C calc'!A0");
        assertThat(row.path("cells").path("phone").asString()).isEqualTo("139");
        assertThat(row.path("cells").path("email").asString()).isEmpty();
        assertThat(row.path("cells").path("jobTitle").asString()).hasSize(120);
        assertThat(row.path("findings").findValuesAsString("column"))
                .containsExactly("phone", "jobTitle");
        assertThat(row.path("findings").findValuesAsString("code"))
                .containsExactly("phone-malformed", "too-long");
        String after = json(answer).path("next").asString();
        assertThat(
                        json(api.get("/imports/" + id + "/rows?limit=1&after=" + after, OFFICER))
                                .path("items")
                                .path(0)
                                .path("number")
                                .asInt())
                .isEqualTo(4);
    }

    @Test
    void nothingOfThemLiesInTheClearAndWhoReadsIsWrittenDown() {
        String id = imported(sheet());

        assertThat(stored().find(eq("state.place.operation", id)).into(new ArrayList<>()))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.toJson()).doesNotContain("calc", "13900001126"));
        rows(id);

        Document read = database.getCollection("delegations").find(eq("_id", delegation)).first();
        assertThat(read).isNotNull();
        assertThat(read.getList("pending", Document.class).getLast())
                .containsEntry("type", "delegation.rows-revealed.v1");
    }

    @ParameterizedTest
    @CsvSource({
        "CITY_OFFICER, sr, 200",
        "PARTNER_SYSTEM, sr, 200",
        "DELEGATION_LEADER, sr, 200",
        "CITY_OFFICER, qz, 404",
        "ORGANIZER, sr, 403",
        "AUDITOR, sr, 403",
        "DELEGATE, sr, 403"
    })
    void onlyWhoSendsPeopleReadsAndCorrectsThem(Role role, String city, int status) {
        String id = imported(sheet());
        RequestPostProcessor caller = Callers.of(role, city);

        assertThat(api.get("/imports/" + id + "/rows", caller)).hasStatus(status);
        assertThat(api.get("/imports/" + id + "/bad-rows.xlsx", caller)).hasStatus(status);
        assertThat(put("/imports/" + id + "/rows/3", caller, GOOD)).hasStatus(status);
        assertThat(api.delete("/imports/" + id + "/rows/4", caller))
                .hasStatus(status == 200 ? 204 : status);
        assertThat(rows(id)).hasSize(status == 200 ? 0 : 2);
    }

    @Test
    void aCorrectedRowGoesInOnceAndItsKeyIsDestroyed() {
        String id = imported(sheet());
        PersonalText cells = cellsOf(id, 3);

        MvcTestResult corrected = put("/imports/" + id + "/rows/3", OFFICER, GOOD);
        MvcTestResult again = put("/imports/" + id + "/rows/3", OFFICER, GOOD);

        assertThat(corrected).hasStatusOk();
        String delegate = json(corrected).path("delegate").asString();
        assertThat(json(again)).isEqualTo(json(corrected));
        assertThat(json(api.get("/delegates/" + delegate, OFFICER)).path("jobTitle").asString())
                .isEqualTo("工程师");
        assertThat(delegates()).hasSize(2);
        assertThat(rows(id)).hasSize(1);
        assertThat(privacy.reveal(cells)).isEmpty();
        assertThat(put("/imports/" + id + "/rows/3", OFFICER, GOOD.replace("1119", "1133")))
                .hasStatus(HttpStatus.GONE)
                .bodyJson()
                .extractingPath("$.slug")
                .isEqualTo("import-row-gone");
    }

    @Test
    void whatIsStillBadIsNamedAndNothingTypedIsLost() {
        String id = imported(sheet());

        MvcTestResult refused =
                put(
                        "/imports/" + id + "/rows/3",
                        OFFICER,
                        GOOD.replace("13900001119", "12")
                                .replace("工程师", "#N/A")
                                .replace("代表", "客人"));

        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        JsonNode problem = json(refused);
        assertThat(problem.path("slug").asString()).isEqualTo("import-row-refused");
        assertThat(problem.path("errors").findValuesAsString("field"))
                .containsExactly("cells.phone", "cells.jobTitle", "cells.kind");
        assertThat(problem.path("errors").path(1).path("code").asString()).isEqualTo("unreadable");
        assertThat(problem.path("errors").path(2).path("message").asString())
                .startsWith("The kind is one of");
        JsonNode row = rows(id).path(0);
        assertThat(row.path("cells").path("name").asString()).isEqualTo("乙");
        assertThat(row.path("cells").path("kind").asString()).isEqualTo("客人");
        assertThat(row.path("findings").findValuesAsString("column"))
                .containsExactly("phone", "jobTitle", "kind");
        assertThat(put("/imports/" + id + "/rows/99", OFFICER, GOOD))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(put("/imports/" + id + "/rows/3", OFFICER, "{}"))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(put("/imports/" + id + "/rows/3", OFFICER, GOOD.replace("乙", "乙".repeat(501))))
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void aRowThatOnlyTheRegisterRefusesIsKeptAsWell() {
        String other = registerDelegation("qz");
        imported(
                Callers.of(Role.CITY_OFFICER, "qz"),
                other,
                Sheets.of(List.of(person("乙", "13900001119"))));
        String id = imported(Sheets.of(List.of(person("乙", "13900001119"))));

        assertThat(rows(id).path(0).path("findings").path(0).path("code").asString())
                .isEqualTo("registered-elsewhere");
        JsonNode refused =
                json(put("/imports/" + id + "/rows/2", OFFICER, GOOD)).path("errors").path(0);
        assertThat(refused.path("field").asString()).isEqualTo("cells");
        assertThat(refused.path("code").asString()).isEqualTo("registered-elsewhere");
        assertThat(put("/imports/" + id + "/rows/2", OFFICER, GOOD.replace("1119", "1133")))
                .hasStatusOk();
        assertThat(rows(id)).isEmpty();
    }

    @Test
    void aDiscardedRowIsGone() {
        String id = imported(sheet());
        PersonalText cells = cellsOf(id, 3);

        assertThat(api.delete("/imports/" + id + "/rows/3", OFFICER))
                .hasStatus(HttpStatus.NO_CONTENT);
        assertThat(api.delete("/imports/" + id + "/rows/3", OFFICER))
                .hasStatus(HttpStatus.NO_CONTENT);

        assertThat(rows(id)).hasSize(1);
        assertThat(privacy.reveal(cells)).isEmpty();
        assertThat(put("/imports/" + id + "/rows/3", OFFICER, GOOD)).hasStatus(HttpStatus.GONE);
        assertThat(delegates()).hasSize(1);
    }

    @Test
    void aRowThatNobodyCorrectsIsDestroyedInTime() {
        String id = imported(sheet());
        PersonalText due = cellsOf(id, 3);
        PersonalText later = cellsOf(id, 4);
        stored().updateOne(
                        eq("_id", id + "/0000003"),
                        Updates.set("state.dueAt", Instant.now().minusSeconds(1)));

        keeping.sweep();

        assertThat(privacy.reveal(due)).isEmpty();
        assertThat(privacy.reveal(later)).isPresent();
        assertThat(rows(id)).hasSize(1);
    }

    /// Its instance died between closing the row and destroying the key.
    @Test
    void theSweepEndsWhatWasBrokenOff() {
        String id = imported(sheet());
        PersonalText cells = cellsOf(id, 3);
        stored().updateOne(
                        eq("_id", id + "/0000003"),
                        Updates.combine(
                                Updates.set("state._kind", "closed"),
                                Updates.unset("state.cells"),
                                Updates.unset("state.findings"),
                                Updates.set("state.delegate", null),
                                Updates.set("state.dueAt", Instant.now().minusSeconds(1))));

        keeping.sweep();

        assertThat(privacy.reveal(cells)).isEmpty();
        Document row = stored().find(eq("_id", id + "/0000003")).first();
        assertThat(row).isNotNull();
        assertThat(row.get("state", Document.class).get("dueAt")).isNull();
    }

    @Test
    void aRunThatBeginsAnewBringsNoRowBack() {
        String id = imported(sheet());
        assertThat(put("/imports/" + id + "/rows/3", OFFICER, GOOD)).hasStatusOk();
        BadRow.Place corrected = new BadRow.Place(delegation, id, 3);
        BadRow.Place open = new BadRow.Place(delegation, id, 4);
        SheetCells cells = new SheetCells("甲", "1", "", "", "", "", "", "", "");

        keeping.keep(CommandId.random(), corrected, cells, List.of());
        keeping.keep(CommandId.random(), open, cells, List.of());

        assertThat(rows(id)).hasSize(1);
        assertThat(rows(id).path(0).path("cells").path("phone").asString())
                .isEqualTo("13900001126");
    }

    @Test
    void theSheetOfBadRowsIsCorrectedAndImportedAsItIs() throws IOException {
        String id = imported(sheet());

        MvcTestResult answer =
                mvc.get()
                        .uri("/api/v1/imports/" + id + "/bad-rows.xlsx")
                        .with(OFFICER)
                        .header("Accept-Language", "en")
                        .exchange();

        assertThat(answer).hasStatusOk().hasHeader("Cache-Control", "no-store");
        byte[] xlsx = answer.getResponse().getContentAsByteArray();
        List<Row> lines = linesOf(xlsx, 0);
        assertThat(lines.getFirst().getCellText(0)).isEqualTo("Name");
        assertThat(lines.get(1).getCellText(0)).isEqualTo("=cmd|' /C calc'!A0");
        assertThat(lines.get(1).getCell(0).getFormula()).isNull();
        assertThat(lines.get(1).getCellText(9))
                .isEqualTo(
                        "Phone: This is no mobile number: eleven digits for the mainland, others"
                                + " with + and country code. Job title: This is too long; 100"
                                + " characters at most.");
        assertThat(lines.get(2).getCellText(9)).isEqualTo("Name: This must be filled in.");

        String again = imported(xlsx);
        assertThat(rows(again).findValuesAsString("phone")).containsExactly("139", "13900001126");
    }

    @Test
    void theTemplateHoldsTheHeadingsAndNobody() throws IOException {
        assertThat(mvc.get().uri("/api/v1/delegation-sheet.xlsx"))
                .hasStatus(HttpStatus.UNAUTHORIZED);

        byte[] xlsx =
                api.get("/delegation-sheet.xlsx", Callers.of(Role.DELEGATE, "hs"))
                        .getResponse()
                        .getContentAsByteArray();

        assertThat(linesOf(xlsx, 0))
                .singleElement()
                .satisfies(heading -> assertThat(heading.getCellText(1)).isEqualTo("手机号"));
        assertThat(linesOf(xlsx, 1)).hasSize(10);
    }

    private PersonalText cellsOf(String id, int number) {
        Document row =
                requireNonNull(stored().find(eq("_id", "%s/%07d".formatted(id, number))).first());
        Document cells = row.get("state", Document.class).get("cells", Document.class);
        return new PersonalText(cells.getString("person"), cells.getString("ciphertext"));
    }

    private static List<Row> linesOf(byte[] xlsx, int sheet) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            Sheet lines = workbook.getSheet(sheet).orElseThrow();
            return lines.read();
        }
    }
}
