package io.bridgehead.registration.delegate;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static io.bridgehead.registration.edition.GuestKind.DELEGATE;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.mongodb.client.MongoDatabase;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.privacy.Privacy;
import io.bridgehead.platform.testing.Callers;
import io.bridgehead.registration.RegistrationApi;
import io.bridgehead.registration.RegistrationSlice;
import io.bridgehead.registration.delegate.Delegate.Guest;
import io.bridgehead.registration.delegate.RegisteringDelegates.Registration;
import io.bridgehead.registration.places.DrawingPlaces;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Quzhou is the host; the delegates are Shangrao's; Huangshan has nothing to do with them.
@RegistrationSlice
class DelegateControllerTest {

    private static final AtomicInteger editions = new AtomicInteger();
    private static final String PURPOSE = "{\"purpose\": \"接站\"}";

    @Autowired MockMvcTester mvc;
    @Autowired RegisteringDelegates registering;
    @Autowired Delegates delegates;
    @Autowired DrawingPlaces drawing;
    @Autowired Privacy privacy;
    @Autowired MongoDatabase database;

    private final String edition = "delegates-" + editions.incrementAndGet();
    private RegistrationApi api;
    private String id = "";

    @BeforeEach
    void register() {
        api = new RegistrationApi(mvc);
        api.openEdition(edition);
        id = register("饶国安", "13900001112", true);
    }

    private String register(String name, String phone, boolean leader) {
        CommandId command = CommandId.random();
        registering.register(
                command,
                new Registration(
                        new Guest(
                                edition,
                                "delegation-" + edition,
                                "sr",
                                "91361100MAEX001173",
                                "上饶锂电材料有限公司（示例）",
                                DELEGATE,
                                leader),
                        name,
                        new PhoneNumber(phone),
                        leader ? "rao.guoan@example.org" : null,
                        "副总经理"));
        return command.idOf("delegate");
    }

    private MvcTestResult get(Role role, String city) {
        return api.get("/delegates/" + id, Callers.of(role, city));
    }

    private MvcTestResult list(Role role, String city, String query) {
        return api.get("/delegates?edition=" + edition + "&" + query, Callers.of(role, city));
    }

    private MvcTestResult post(Role role, String city, String action, String body) {
        return api.post("/delegates/" + id + "/" + action, Callers.of(role, city), body);
    }

    private static String slug(MvcTestResult refused) {
        return JsonPath.read(body(refused), "$.slug");
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void isShownMasked() {
        MvcTestResult shown = get(Role.CITY_OFFICER, "sr");

        assertThat(shown)
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                        {"id": "%s", "edition": "%s", "delegation": "delegation-%s", "city": "sr",
                         "organisation": "91361100MAEX001173",
                         "organisationName": "上饶锂电材料有限公司（示例）", "jobTitle": "副总经理",
                         "kind": "delegate", "leader": true, "state": "registered",
                         "maskedName": "饶*安", "maskedPhone": "139****1112", "version": 1}
                        """
                                .formatted(id, edition, edition));
    }

    @ParameterizedTest
    @CsvSource({
        "CITY_OFFICER, sr, 200",
        "PARTNER_SYSTEM, sr, 200",
        "RECEPTION, sr, 200",
        "DELEGATE, sr, 200",
        "ORGANIZER, qz, 200",
        "ORGANIZER, hs, 200",
        "AUDITOR, hs, 200",
        "OPERATOR, np, 200",
        "RECEPTION, qz, 200",
        "CITY_OFFICER, qz, 404",
        "CITY_OFFICER, hs, 404",
        "PARTNER_SYSTEM, hs, 404",
        "RECEPTION, hs, 404",
        "DELEGATION_LEADER, np, 404",
        "SIGNATORY, qz, 404"
    })
    void isSeenByItsCityByWhoeverSeesAllAndAtTheDoor(Role role, String city, int status) {
        assertThat(get(role, city)).hasStatus(status);
        assertThat(list(role, city, "limit=200"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(status == 200 ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "city=sr, 1",
        "city=qz, 0",
        "state=registered, 1",
        "state=confirmed, 0",
        "kind=delegate, 1",
        "kind=expert, 0",
        "organisation=91361100MAEX001173, 1",
        "organisation=91330800MAEX0007X3, 0",
        "leader=true, 1",
        "leader=false, 0",
        "delegation=none, 0"
    })
    void isFoundByWhatItIs(String query, int found) {
        assertThat(list(Role.ORGANIZER, "qz", query))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "AUDITOR, qz, 锂电, 1",
        "CITY_OFFICER, sr, 锂电, 1",
        "CITY_OFFICER, hs, 锂电, 0",
        "CITY_OFFICER, sr, .*, 0",
        "CITY_OFFICER, sr, 饶国安, 0",
        // by POST, where no log keeps it
        "ORGANIZER, qz, 13900001112, 0",
        "ORGANIZER, qz, '', 1"
    })
    void isFoundByOrganisation(Role role, String city, String q, int found) {
        assertThat(list(role, city, "q=" + q))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "ORGANIZER, qz, 13900001112, 1",
        "ORGANIZER, qz, +86 139-0000-1112, 1",
        "ORGANIZER, qz, 13900001119, 0",
        "RECEPTION, qz, 13900001112, 1",
        "DELEGATION_LEADER, sr, 13900001112, 1",
        "CITY_OFFICER, hs, 13900001112, 0"
    })
    void isFoundByNumber(Role role, String city, String phone, int found) {
        MvcTestResult answer = search(Callers.of(role, city), phone, edition);

        assertThat(answer)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(found);
        assertThat(answer).headers().hasValue("Cache-Control", "no-store");
        assertThat(body(answer)).doesNotContain("饶国安", "13900001112");
    }

    @ParameterizedTest
    @CsvSource({"AUDITOR, qz", "DELEGATE, sr", "ORGANISATION, sr"})
    void whoMayNotRevealANumberMayNotTryOneOut(Role role, String city) {
        assertThat(search(Callers.of(role, city), "13900001112", edition))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void whatIsNoNumberIsToldSo() {
        MvcTestResult refused = search(Callers.of(Role.ORGANIZER, "qz"), "1390000111", edition);

        assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(refused).bodyJson().extractingPath("$.errors[0].field").isEqualTo("phone");
        assertThat(refused)
                .bodyJson()
                .extractingPath("$.errors[0].code")
                .isEqualTo("phone-malformed");
        assertThat(body(refused)).doesNotContain("1390000111");
    }

    @Test
    void isFoundByNumberInWhicheverEdition() {
        register("章一", "13900009990", false);

        assertThat(search(Callers.of(Role.ORGANIZER, "qz"), "13900009990", null))
                .bodyJson()
                .extractingPath("$.items[*].edition")
                .asArray()
                .containsExactly(edition);
    }

    private MvcTestResult search(
            RequestPostProcessor caller, String phone, @Nullable String edition) {
        String among = edition == null ? "" : ", \"edition\": \"" + edition + "\"";
        return api.post("/delegates/search", caller, "{\"phone\": \"" + phone + "\"" + among + "}");
    }

    @Test
    void whoeverIsADelegateFindsHisOwnRecord() {
        MvcTestResult own = api.get("/delegates/me", Callers.delegate("sr", id));

        assertThat(own).hasStatusOk().bodyJson().extractingPath("$.id").isEqualTo(id);
        assertThat(own).bodyJson().extractingPath("$.maskedName").isEqualTo("饶*安");
        assertThat(api.get("/delegates/" + id, Callers.delegate("np", id))).hasStatusOk();
        for (RequestPostProcessor nobody :
                List.of(Callers.of(Role.DELEGATE, "sr"), Callers.delegate("sr", "none"))) {
            assertThat(api.get("/delegates/me", nobody))
                    .hasStatus(HttpStatus.NOT_FOUND)
                    .bodyJson()
                    .extractingPath("$.slug")
                    .isEqualTo("no-delegate");
        }
    }

    @Test
    void anUnknownStateIsNamed() {
        MvcTestResult refused = list(Role.ORGANIZER, "qz", "state=lost");

        assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(refused).bodyJson().extractingPath("$.errors[0].field").isEqualTo("state");
    }

    @Test
    void theHostsOrganizerApprovesOnce() {
        assertThat(post(Role.ORGANIZER, "qz", "approve", "{}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("approved");
        MvcTestResult again = post(Role.ORGANIZER, "qz", "approve", "{}");
        assertThat(again).hasStatus(HttpStatus.CONFLICT);
        assertThat(slug(again)).isEqualTo("delegate-already-decided");
        assertThat(body(again)).contains("approved").doesNotContain("{0}");
    }

    @Test
    void theHostsOrganizerDeclinesWithAReason() {
        assertThat(post(Role.ORGANIZER, "qz", "decline", "{\"reason\": \" \"}"))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(post(Role.ORGANIZER, "qz", "decline", "{\"reason\": \"名额已满\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("declined");
        assertThat(slug(post(Role.CITY_OFFICER, "sr", "withdraw", "{}")))
                .isEqualTo("delegate-not-taking-part");
    }

    /// Another city's organizer sees all, and decides on nothing here.
    @Test
    void noOtherCitysOrganizerDecides() {
        assertThat(post(Role.ORGANIZER, "sr", "approve", "{}")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post(Role.ORGANIZER, "sr", "decline", "{\"reason\": \"x\"}"))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post(Role.ORGANIZER, "hs", "withdraw", "{}")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post(Role.ORGANIZER, "hs", "reveal", PURPOSE)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(delegates.get(id).version()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "ORGANIZER")
    void nobodyButAnOrganizerDecides(Role role) {
        assertThat(post(role, "qz", "approve", "{}")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post(role, "qz", "decline", "{\"reason\": \"x\"}"))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @ParameterizedTest
    @CsvSource({"CITY_OFFICER, sr", "ORGANIZER, sr", "ORGANIZER, qz"})
    void theCityOrTheHostWithdraws(Role role, String city) {
        assertThat(post(role, city, "withdraw", "{}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("withdrawn");
    }

    @Test
    void anotherCitysOfficerMayNotEvenKnow() {
        assertThat(post(Role.CITY_OFFICER, "hs", "withdraw", "{}")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(Role.CITY_OFFICER, "hs", "reveal", PURPOSE))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(Role.RECEPTION, "hs", "reveal", PURPOSE)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(forget(Role.CITY_OFFICER, "hs")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aWaitingOneIsShownWhereItStandsNow() {
        drawing.draw(edition, "first", "sr", DELEGATE);
        drawing.draw(edition, "second", "sr", DELEGATE);
        drawing.draw(edition, id, "sr", DELEGATE);
        delegates.change(id, CommandId.random(), Delegate::approve);
        delegates.change(id, CommandId.random(), delegate -> delegate.queue(2));

        assertThat(get(Role.CITY_OFFICER, "sr"))
                .bodyJson()
                .extractingPath("$.position")
                .isEqualTo(2);

        drawing.release(edition, "second");

        // also to whoever says that he has seen this version
        assertThat(
                        mvc.get()
                                .uri("/api/v1/delegates/" + id)
                                .with(Callers.of(Role.CITY_OFFICER, "sr"))
                                .header(HttpHeaders.IF_NONE_MATCH, "\"3\""))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.position")
                .isEqualTo(1);
        assertThat(list(Role.ORGANIZER, "qz", "state=waiting"))
                .bodyJson()
                .extractingPath("$.items[0].position")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"CITY_OFFICER, sr", "RECEPTION, sr", "RECEPTION, qz", "ORGANIZER, qz"})
    void whoeverCallsOrReceivesThePersonReadsItAndIsNoted(Role role, String city) {
        assertThat(post(role, city, "reveal", PURPOSE))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                        {"name": "饶国安", "phone": "13900001112", "email": "rao.guoan@example.org"}
                        """);
        assertThat(delegates.get(id).version()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CITY_OFFICER", "RECEPTION", "ORGANIZER"})
    void nobodyElseReadsIt(Role role) {
        assertThat(post(role, "sr", "reveal", PURPOSE)).hasStatus(HttpStatus.FORBIDDEN);
    }

    /// As an organizer he sees all, as reception he reads whom he receives: together they open no more.
    @Test
    void anotherCitysOrganizerWhoIsItsReceptionTooReadsNothing() {
        RequestPostProcessor both = Callers.of(List.of(Role.ORGANIZER, Role.RECEPTION), "hs");

        assertThat(api.post("/delegates/" + id + "/reveal", both, PURPOSE))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(delegates.get(id).version()).isEqualTo(1);
    }

    @Test
    void whatWasReadIsNotRepeatedOnceThePersonIsForgotten() {
        RequestPostProcessor officer = Callers.of(Role.CITY_OFFICER, "sr");
        String key = Callers.key();
        String reveal = "/delegates/" + id + "/reveal";
        assertThat(api.post(reveal, officer, key, PURPOSE)).hasStatusOk();
        assertThat(forget(Role.CITY_OFFICER, "sr")).hasStatus(HttpStatus.NO_CONTENT);

        MvcTestResult again = api.post(reveal, officer, key, PURPOSE);

        assertThat(again).hasStatus(HttpStatus.GONE);
        assertThat(body(again)).doesNotContain("饶国安");
    }

    /// Somebody edited the database; the others are shown all the same.
    @Test
    void oneWhoseNameDoesNotOpenKeepsTheListReadable() {
        register("俞海峰", "13900001119", false);
        database.getCollection("delegates")
                .updateOne(eq("_id", id), set("state.person.name.ciphertext", "AAAA"));

        assertThat(list(Role.CITY_OFFICER, "sr", "limit=200"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[*].maskedName")
                .asArray()
                .containsExactly("俞*峰");
        assertThat(get(Role.CITY_OFFICER, "sr"))
                .hasStatusOk()
                .bodyJson()
                .doesNotHavePath("$.maskedName");
        assertThat(post(Role.CITY_OFFICER, "sr", "reveal", PURPOSE))
                .hasStatus(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    @Test
    void nothingIsReadWithoutAPurpose() {
        assertThat(post(Role.CITY_OFFICER, "sr", "reveal", "{}")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(delegates.get(id).version()).isEqualTo(1);
    }

    @Test
    void whoeverIsForgottenIsUnreadableAndStaysCounted() {
        assertThat(forget(Role.CITY_OFFICER, "sr")).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(forget(Role.CITY_OFFICER, "sr")).hasStatus(HttpStatus.NO_CONTENT);

        assertThat(get(Role.CITY_OFFICER, "sr"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                        {"id": "%s", "edition": "%s", "delegation": "delegation-%s", "city": "sr",
                         "organisation": "91361100MAEX001173",
                         "organisationName": "上饶锂电材料有限公司（示例）", "kind": "delegate",
                         "leader": true, "state": "forgotten", "version": 2}
                        """
                                .formatted(id, edition, edition));
        MvcTestResult refused = post(Role.CITY_OFFICER, "sr", "reveal", PURPOSE);
        assertThat(refused).hasStatus(HttpStatus.GONE);
        assertThat(slug(refused)).isEqualTo("delegate-forgotten");
    }

    /// The key is destroyed and the process dies before the document is written.
    @Test
    void aForgettingThatBrokeOffShowsNothingAndIsEndedByTheNext() {
        privacy.forget(id);

        assertThat(get(Role.CITY_OFFICER, "sr"))
                .hasStatusOk()
                .bodyJson()
                .doesNotHavePath("$.maskedName");
        assertThat(slug(post(Role.CITY_OFFICER, "sr", "reveal", PURPOSE)))
                .isEqualTo("delegate-forgotten");
        assertThat(forget(Role.ORGANIZER, "qz")).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(delegates.get(id).state().state()).isEqualTo(Delegate.State.FORGOTTEN);
    }

    @Test
    void noOtherOrganizerForgets() {
        assertThat(forget(Role.ORGANIZER, "hs")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(forget(Role.RECEPTION, "sr")).hasStatus(HttpStatus.FORBIDDEN);
    }

    private MvcTestResult forget(Role role, String city) {
        return api.delete("/delegates/" + id + "/personal-data", Callers.of(role, city));
    }

    @Test
    void longListsComePageByPage() {
        register("乙", "13900001119", false);
        register("丙", "13900001126", false);

        MvcTestResult first = list(Role.CITY_OFFICER, "sr", "limit=2");
        String next = JsonPath.read(body(first), "$.next");
        MvcTestResult second = list(Role.CITY_OFFICER, "sr", "limit=2&after=" + next);

        assertThat(first).bodyJson().extractingPath("$.items.length()").isEqualTo(2);
        assertThat(first).containsHeader(HttpHeaders.LINK);
        assertThat(second).bodyJson().extractingPath("$.items.length()").isEqualTo(1);
        assertThat(second).bodyJson().doesNotHavePath("$.next");
    }
}
