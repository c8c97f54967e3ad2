package io.bridgehead.contract.agreement;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import io.bridgehead.contract.agreement.Agreement.Party;
import io.bridgehead.contract.signing.TestKeys;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.testing.Callers;
import io.bridgehead.platform.testing.WebSlice;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@WebSlice
@WebMvcTest(AgreementController.class)
@Import(AgreementParts.class)
class AgreementControllerTest {

    private static final Party FUND =
            new Party("hs", "91341000MAEX0023XH", "黄山产业引导基金（示例）", "delegate-hs");

    /// Drafted once for all of these tests, which share a database: of Quzhou with Shangrao, and of
    /// Shangrao with Huangshan.
    private static final CommandId FIRST = new CommandId("intent-1");

    private static final CommandId SECOND = new CommandId("intent-2");

    private static final String ONE = "/api/v1/agreements/" + FIRST.idOf("agreement");

    private final MockMvcTester mvc;
    private final Agreements agreements;
    private final DraftingAgreements drafting;

    private final MongoDatabase database;

    @Autowired
    AgreementControllerTest(
            MockMvcTester mvc,
            Agreements agreements,
            DraftingAgreements drafting,
            MongoDatabase database) {
        this.mvc = mvc;
        this.agreements = agreements;
        this.drafting = drafting;
        this.database = database;
    }

    @BeforeEach
    void draft() {
        drafting.draft(FIRST, request(Sample.INSTITUTE, Sample.ENTERPRISE), Set.of("qz", "sr"));
        drafting.draft(SECOND, request(Sample.ENTERPRISE, FUND), Set.of("sr", "hs"));
    }

    private static DraftingAgreements.Request request(Party... parties) {
        return new DraftingAgreements.Request(
                Sample.ORIGIN,
                "technologyCooperation",
                Sample.TITLE,
                Sample.TERMS.summary(),
                Sample.TERMS.amount(),
                List.of(parties));
    }

    private MvcTestResult get(String uri, RequestPostProcessor caller) {
        return mvc.get().uri(uri).with(caller).exchange();
    }

    @Test
    void oneIsShownWithItsPartiesAndTheVersionAsETag() {
        MvcTestResult answer = get(ONE, Callers.of(Role.CITY_OFFICER, "qz"));

        assertThat(answer).hasStatusOk().hasHeader(HttpHeaders.ETAG, "\"1\"");
        assertThat(answer)
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"edition": "2025-quzhou", "meeting": "meeting-1", "intent": "intent-1",
                         "kind": "technologyCooperation", "title": "高安全固态电解质联合研发", "state": "draft",
                         "parties": [
                          {"city": "qz", "organisation": "12330800MBEX00014N",
                           "organisationName": "浙江大学衢州研究院", "delegate": "delegate-qz"},
                          {"city": "sr", "organisation": "91361100MAEX001173",
                           "organisationName": "上饶锂电材料有限公司（示例）", "delegate": "delegate-sr"}],
                         "version": 1}
                        """)
                .doesNotHavePath("$.signedAt")
                .doesNotHavePath("$.seal")
                .doesNotHavePath("$.sealed");
    }

    @Test
    void aSealedOneIsShownWithAllThatVerifiesIt() {
        CommandId command = new CommandId("intent-3");
        drafting.draft(command, request(Sample.INSTITUTE, Sample.ENTERPRISE), Set.of("qz"));
        String id = command.idOf("agreement");
        for (Party party : List.of(Sample.INSTITUTE, Sample.ENTERPRISE)) {
            agreements.change(
                    id,
                    CommandId.random(),
                    agreement ->
                            agreement.sign(
                                    Sample.by(party, agreement),
                                    parts -> TestKeys.seal(id, parts)));
        }

        MvcTestResult answer = get("/api/v1/agreements/" + id, Callers.of(Role.AUDITOR, "np"));

        assertThat(answer).hasStatusOk();
        assertThat(answer)
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"state": "signed", "signedAt": "2025-09-24T02:31:30Z",
                         "keyId": "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
                         "parties": [{"signedAt": "2025-09-24T02:30:00Z"}, {"signedAt": "2025-09-24T02:31:30Z"}],
                         "sealed": {"title": "高安全固态电解质联合研发",
                          "terms": {"kind": "technologyCooperation",
                                    "amount": {"amount": 500000000, "currency": "CNY"}},
                          "signatures": [{"signatory": "subject-qz"}, {"signatory": "subject-sr"}]}}
                        """)
                .extractingPath("$.seal")
                .asString()
                .matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    }

    @Test
    void theDocumentIsServedAsTheVeryBytesThatAreSigned() {
        MvcTestResult answer =
                get(
                        ONE + "/document",
                        Callers.of(Role.SIGNATORY, "sr", Sample.ENTERPRISE.organisation()));

        assertThat(answer).hasStatusOk().hasContentType("text/plain;charset=UTF-8");
        byte[] bytes = answer.getResponse().getContentAsByteArray();
        assertThat(get(ONE, Callers.of(Role.ORGANIZER, "qz")))
                .bodyJson()
                .extractingPath("$.documentDigest")
                .isEqualTo(Sha256.of(bytes));
    }

    @Test
    void aListHoldsWhatItsCallerIsAPartyTo() {
        assertIds(Callers.of(Role.CITY_OFFICER, "qz"), "?state=draft", FIRST);
        assertIds(Callers.of(Role.PARTNER_SYSTEM, "hs"), "", SECOND);
        assertIds(Callers.of(Role.ORGANISATION, "hs", FUND.organisation()), "?city=sr", SECOND);
        assertIds(Callers.of(Role.ORGANIZER, "np"), "?state=draft", FIRST, SECOND);
        assertIds(Callers.of(Role.OPERATOR, "np"), "?state=draft&city=hs", SECOND);
        assertIds(Callers.of(Role.CITY_OFFICER, "np"), "");
        assertIds(Callers.of(Role.SIGNATORY, "qz"), "");
        assertIds(Callers.of(Role.AUDITOR, "qz"), "?state=partlySigned");
    }

    private void assertIds(RequestPostProcessor caller, String query, CommandId... expected) {
        assertThat(get("/api/v1/agreements" + query, caller))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[*].id")
                .asArray()
                .containsExactlyInAnyOrder(
                        Arrays.stream(expected)
                                .map(command -> command.idOf("agreement"))
                                .toArray());
    }

    /// Each of these leaves it a party's, and makes something else of the record fail.
    @ParameterizedTest
    @ValueSource(
            strings = {"state._kind", "state.document", "state.origin", "state.terms", "version"})
    void oneThatCannotBeReadAnyMoreIsNamedAmongTheOthers(String edited) {
        CommandId command = CommandId.random();
        drafting.draft(command, request(Sample.ENTERPRISE, FUND), Set.of("sr", "hs"));
        String id = command.idOf("agreement");
        database.getCollection("agreements").updateOne(eq("_id", id), Updates.unset(edited));
        try {
            MvcTestResult answer = get("/api/v1/agreements", Callers.of(Role.PARTNER_SYSTEM, "hs"));

            assertThat(answer).hasStatusOk();
            assertThat(answer)
                    .bodyJson()
                    .extractingPath("$.items[?(@.unreadable)]")
                    .asArray()
                    .containsExactly(Map.of("id", id, "unreadable", true));
            assertThat(answer)
                    .bodyJson()
                    .extractingPath("$.items[?(@.state)].id")
                    .asArray()
                    .containsExactly(SECOND.idOf("agreement"));
        } finally {
            database.getCollection("agreements").deleteOne(eq("_id", id));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state._kind",
                "state.document",
                "state.origin",
                "state.terms",
                "version",
                "createdAt",
                "updatedAt"
            })
    void oneThatCannotBeReadAnyMoreSaysSo(String edited) {
        CommandId command = CommandId.random();
        drafting.draft(command, request(Sample.ENTERPRISE, FUND), Set.of("sr", "hs"));
        String id = command.idOf("agreement");
        database.getCollection("agreements").updateOne(eq("_id", id), Updates.unset(edited));
        try {
            for (String uri :
                    List.of("/api/v1/agreements/" + id, "/api/v1/agreements/" + id + "/document")) {
                assertProblem(
                        get(uri, Callers.of(Role.CITY_OFFICER, "hs")),
                        HttpStatus.CONFLICT,
                        "record-unreadable");
                assertProblem(
                        get(uri, Callers.of(Role.CITY_OFFICER, "qz")),
                        HttpStatus.NOT_FOUND,
                        "not-found");
            }
        } finally {
            database.getCollection("agreements").deleteOne(eq("_id", id));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=sealed", "kind=merger"})
    void aWordThatIsNoneIsNamed(String query) {
        MvcTestResult answer = get("/api/v1/agreements?" + query, Callers.of(Role.AUDITOR, "qz"));

        assertProblem(answer, HttpStatus.BAD_REQUEST, "invalid-request");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/document"})
    void whoIsNoPartyDoesNotLearnThatThereIsOne(String what) {
        for (RequestPostProcessor stranger :
                List.of(
                        Callers.of(Role.CITY_OFFICER, "hs"),
                        Callers.of(Role.SIGNATORY, "qz", "91330800MAEX00045M"))) {
            assertProblem(get(ONE + what, stranger), HttpStatus.NOT_FOUND, "not-found");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = Mode.INCLUDE,
            names = {"RECEPTION", "DELEGATION_LEADER", "DELEGATE", "JUDGE"})
    void otherRolesMayNotCall(Role role) {
        for (String uri : List.of("/api/v1/agreements", ONE, ONE + "/document")) {
            assertProblem(get(uri, Callers.of(role, "qz")), HttpStatus.FORBIDDEN, "not-allowed");
        }
    }

    @Test
    void withoutATokenNobodyMay() {
        for (String uri : List.of("/api/v1/agreements", ONE, ONE + "/document")) {
            assertProblem(mvc.get().uri(uri).exchange(), HttpStatus.UNAUTHORIZED, "not-signed-in");
        }
    }

    private static void assertProblem(MvcTestResult answer, HttpStatus status, String slug) {
        assertThat(answer).hasStatus(status);
        assertThat(answer).bodyJson().extractingPath("$.slug").isEqualTo(slug);
    }
}
