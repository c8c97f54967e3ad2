package io.bridgehead.contract.signing;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import io.bridgehead.contract.agreement.Agreement.Party;
import io.bridgehead.contract.agreement.AgreementParts;
import io.bridgehead.contract.agreement.Agreements;
import io.bridgehead.contract.agreement.DraftingAgreements;
import io.bridgehead.contract.agreement.Sample;
import io.bridgehead.contract.agreement.Sha256;
import io.bridgehead.contract.agreement.Store;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.testing.Callers;
import io.bridgehead.platform.testing.WebSlice;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@WebSlice
@WebMvcTest(
        controllers = SigningController.class,
        properties = "bridgehead.contract.seal.key=" + TestKeys.RFC_8037)
@Import({AgreementParts.class, SigningAgreements.class, Seals.class, SealKeys.class})
@EnableConfigurationProperties(SealSettings.class)
class SigningControllerTest {

    private static final Party OTHER =
            new Party("qz", "91330800MAEX00045M", "浙江格源新材料科技有限公司", "delegate-qz");

    /// Speaks for a party, and for an organisation that is none.
    private static final RequestPostProcessor INSTITUTE =
            Callers.of(Role.SIGNATORY, "qz", Sample.INSTITUTE.organisation(), OTHER.organisation());

    private static final RequestPostProcessor ENTERPRISE =
            Callers.of(Role.SIGNATORY, "sr", Sample.ENTERPRISE.organisation());

    private static final RequestPostProcessor AUDITOR = Callers.of(Role.AUDITOR, "np");

    private final MockMvcTester mvc;
    private final Agreements agreements;
    private final DraftingAgreements drafting;
    private final MongoDatabase database;

    private String id = "";
    private String digest = "";

    @Autowired
    SigningControllerTest(
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
        CommandId command = CommandId.random();
        drafting.draft(
                command,
                new DraftingAgreements.Request(
                        Sample.ORIGIN,
                        "investment",
                        Sample.TITLE,
                        Sample.TERMS.summary(),
                        Sample.TERMS.amount(),
                        List.of(Sample.INSTITUTE, Sample.ENTERPRISE)),
                Set.of("qz", "sr"));
        id = command.idOf("agreement");
        digest = agreements.get(id, Store.EVERYTHING).state().documentDigest();
    }

    private MvcTestResult sign(
            RequestPostProcessor caller, String key, String organisation, String shown) {
        return mvc.post()
                .uri("/api/v1/agreements/" + id + "/signatures")
                .with(caller)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                        "{\"organisation\":\"%s\",\"documentDigest\":\"%s\"}"
                                .formatted(organisation, shown))
                .exchange();
    }

    private MvcTestResult sign(RequestPostProcessor caller, Party party) {
        return sign(caller, Callers.key(), party.organisation(), digest);
    }

    private MvcTestResult verification(RequestPostProcessor caller) {
        return mvc.get().uri("/api/v1/agreements/" + id + "/verification").with(caller).exchange();
    }

    private long version() {
        return agreements.get(id, Store.EVERYTHING).version();
    }

    private static void assertProblem(MvcTestResult answer, HttpStatus status, String slug) {
        assertThat(answer).hasStatus(status);
        assertThat(answer).bodyJson().extractingPath("$.slug").isEqualTo(slug);
    }

    @Test
    void eachPartySignsAndTheLastSignatureSeals() {
        MvcTestResult first = sign(INSTITUTE, Sample.INSTITUTE);

        assertThat(first).hasStatusOk().hasHeader(HttpHeaders.ETAG, "\"2\"");
        assertThat(first)
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"id": "%s", "state": "partlySigned", "version": 2}\
                        """
                                .formatted(id))
                .hasPath("$.parties[0].signedAt")
                .doesNotHavePath("$.parties[1].signedAt")
                .doesNotHavePath("$.keyId");

        MvcTestResult second = sign(ENTERPRISE, Sample.ENTERPRISE);

        assertThat(second).hasStatusOk().hasHeader(HttpHeaders.ETAG, "\"3\"");
        assertThat(second)
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"state": "signed", "keyId": "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"}\
                        """)
                .hasPath("$.signedAt");
        assertThat(verification(AUDITOR))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("{\"valid\": true, \"findings\": []}");
    }

    @Test
    void ofTheSignatoryOnlyTheTokensSubjectIsKept() {
        sign(INSTITUTE, Sample.INSTITUTE);

        assertThat(agreements.get(id, Store.EVERYTHING).state().signatures())
                .singleElement()
                .satisfies(signature -> {
                    assertThat(signature.signatory()).isEqualTo("qz-signatory");
                    assertThat(signature.documentDigest()).isEqualTo(digest);
                });
    }

    @Test
    void theSameRequestAgainGetsTheSameAnswer() throws Exception {
        String key = Callers.key();

        MvcTestResult once = sign(INSTITUTE, key, Sample.INSTITUTE.organisation(), digest);
        MvcTestResult again = sign(INSTITUTE, key, Sample.INSTITUTE.organisation(), digest);

        assertThat(again).hasStatusOk();
        assertThat(again.getResponse().getContentAsString())
                .isEqualTo(once.getResponse().getContentAsString());
        assertThat(version()).isEqualTo(2);
    }

    @Test
    void signingTwiceIsSigningOnce() throws Exception {
        MvcTestResult once = sign(INSTITUTE, Sample.INSTITUTE);
        MvcTestResult again = sign(INSTITUTE, Sample.INSTITUTE);

        assertThat(again).hasStatusOk();
        assertThat(again.getResponse().getContentAsString())
                .isEqualTo(once.getResponse().getContentAsString());

        sign(ENTERPRISE, Sample.ENTERPRISE);
        assertThat(sign(INSTITUTE, Sample.INSTITUTE)).hasStatusOk();
        assertThat(version()).isEqualTo(3);
    }

    @Test
    void overAnotherDigestNobodySigns() {
        MvcTestResult answer =
                sign(
                        INSTITUTE,
                        Callers.key(),
                        Sample.INSTITUTE.organisation(),
                        Sha256.of("another document"));

        assertProblem(answer, HttpStatus.CONFLICT, "digest-differs");
        assertThat(answer).bodyJson().extractingPath("$.detail").asString().contains(digest);
        assertThat(version()).isEqualTo(1);
    }

    /// What a signatory is shown is the document alone.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "title",
                "document",
                "terms.summary",
                "terms.amount.currency",
                "parties.1.organisationName",
                "origin.meeting"
            })
    void onADraftThatIsNotWhatItsDocumentSaysNobodySigns(String edited) {
        edit(edited, "USD");

        assertProblem(
                signShown(INSTITUTE, Sample.INSTITUTE), HttpStatus.CONFLICT, "record-altered");
        assertThat(version()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title",
                "document",
                "terms.summary",
                "parties.0.delegate",
                "parties.1.city",
                "origin.intent",
                "signatures.0.signatory",
                "signatures.0.documentDigest",
                "signatures.0.signedAt",
                "seal.jws",
                "seal"
            })
    void onTopOfAnEditedSignatureOrRecordNobodySigns(String edited) {
        sign(INSTITUTE, Sample.INSTITUTE);
        switch (edited) {
            case "signatures.0.signedAt" -> edit(edited, Instant.EPOCH);
            case "seal" -> edit(Updates.unset("state.seal"));
            default -> edit(edited, "edited");
        }

        assertProblem(
                signShown(ENTERPRISE, Sample.ENTERPRISE), HttpStatus.CONFLICT, "record-altered");
        assertThat(version()).isEqualTo(2);
    }

    @Test
    void onTopOfASignatureThatNobodyGaveNobodySigns() {
        edit(
                Updates.combine(
                        Updates.set("state._kind", "partlySigned"),
                        Updates.set(
                                "state.signatures",
                                List.of(
                                        new Document(
                                                        "organisation",
                                                        Sample.ENTERPRISE.organisation())
                                                .append("signatory", "sr-signatory")
                                                .append("documentDigest", digest)
                                                .append("signedAt", Instant.EPOCH)))));

        assertProblem(
                signShown(INSTITUTE, Sample.INSTITUTE), HttpStatus.CONFLICT, "record-altered");
        assertThat(version()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title",
                "terms.kind",
                "terms.summary",
                "parties.1.organisationName",
                "parties.1.organisation",
                "origin.meeting",
                "origin.recordedAt"
            })
    void onADraftOfWhichAPartIsMissingNobodySigns(String missing) {
        edit(Updates.unset("state." + missing));

        assertProblem(sign(INSTITUTE, Sample.INSTITUTE), HttpStatus.CONFLICT, "record-altered");
        assertThat(version()).isEqualTo(1);
    }

    @Test
    void onADraftOfMorePartiesThanThereCanBeNobodySigns() {
        edit(
                Updates.pushEach(
                        "state.parties",
                        Collections.nCopies(
                                9,
                                new Document("city", "hs")
                                        .append("organisation", OTHER.organisation())
                                        .append("organisationName", OTHER.organisationName())
                                        .append("delegate", OTHER.delegate()))));

        assertProblem(sign(INSTITUTE, Sample.INSTITUTE), HttpStatus.CONFLICT, "record-altered");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title",
                "terms",
                "parties.0",
                "origin.meeting",
                "signatures.0.organisation"
            })
    void onASignedRecordOfWhichAPartIsMissingNobodySigns(String missing) {
        sign(INSTITUTE, Sample.INSTITUTE);
        edit(Updates.unset("state." + missing));

        MvcTestResult answer = sign(ENTERPRISE, Sample.ENTERPRISE);

        assertThat(answer).hasStatus(HttpStatus.CONFLICT);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.slug")
                .isIn("record-altered", "record-unreadable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state._kind",
                "state.document",
                "state.origin",
                "version",
                "sequence",
                "commands",
                "createdAt"
            })
    void onARecordThatCannotBeReadNobodySigns(String missing) {
        edit(Updates.unset(missing));

        assertProblem(sign(INSTITUTE, Sample.INSTITUTE), HttpStatus.CONFLICT, "record-unreadable");
    }

    /// Over the document as it is now.
    private MvcTestResult signShown(RequestPostProcessor caller, Party party) {
        return sign(
                caller,
                Callers.key(),
                party.organisation(),
                agreements.get(id, Store.EVERYTHING).state().documentDigest());
    }

    @Test
    void forAnotherPartyNobodySigns() {
        assertProblem(sign(INSTITUTE, Sample.ENTERPRISE), HttpStatus.FORBIDDEN, "not-allowed");
        assertProblem(sign(INSTITUTE, OTHER), HttpStatus.FORBIDDEN, "not-a-party");
        assertThat(version()).isEqualTo(1);
    }

    @Test
    void whoIsNoPartyDoesNotLearnThatThereIsOne() {
        RequestPostProcessor stranger = Callers.of(Role.SIGNATORY, "qz", OTHER.organisation());

        assertProblem(sign(stranger, OTHER), HttpStatus.NOT_FOUND, "not-found");
        assertProblem(verification(stranger), HttpStatus.NOT_FOUND, "not-found");
        assertProblem(
                verification(Callers.of(Role.CITY_OFFICER, "hs")),
                HttpStatus.NOT_FOUND,
                "not-found");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = Mode.EXCLUDE, names = "SIGNATORY")
    void onlyASignatorySigns(Role role) {
        assertProblem(
                sign(Callers.of(role, "qz", Sample.INSTITUTE.organisation()), Sample.INSTITUTE),
                HttpStatus.FORBIDDEN,
                "not-allowed");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"RECEPTION", "DELEGATION_LEADER", "DELEGATE", "JUDGE"})
    void theseRolesDoNotVerify(Role role) {
        assertProblem(verification(Callers.of(role, "qz")), HttpStatus.FORBIDDEN, "not-allowed");
    }

    @Test
    void withoutATokenNobodyMay() {
        assertProblem(
                mvc.post()
                        .uri("/api/v1/agreements/" + id + "/signatures")
                        .header("Idempotency-Key", Callers.key())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}")
                        .exchange(),
                HttpStatus.UNAUTHORIZED,
                "not-signed-in");
        assertProblem(
                mvc.get().uri("/api/v1/agreements/" + id + "/verification").exchange(),
                HttpStatus.UNAUTHORIZED,
                "not-signed-in");
    }

    @Test
    void whatIsMissingIsNamed() {
        MvcTestResult answer = sign(INSTITUTE, Callers.key(), " ", "");

        assertProblem(answer, HttpStatus.BAD_REQUEST, "invalid-request");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.errors[*].field")
                .asArray()
                .containsExactlyInAnyOrder("organisation", "documentDigest");
    }

    @Test
    void whatIsNotSealedSaysSo() {
        assertThat(verification(INSTITUTE))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                        {"valid": false, "findings": [{"part": "seal", "code": "notSealed",
                         "zh": "协议尚未由全部当事方签署，没有封存。",
                         "en": "Not all parties have signed, so the record is not sealed."}]}
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "document"})
    void whatWasEditedInMongoIsNamed(String part) {
        sign(INSTITUTE, Sample.INSTITUTE);
        sign(ENTERPRISE, Sample.ENTERPRISE);
        edit(part, "改");

        assertThat(verification(Callers.of(Role.CITY_OFFICER, "sr")))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                        {"valid": false, "findings": [{"part": "%s", "code": "altered",
                         "zh": "“%1$s”部分与封存时不一致，已被改动。",
                         "en": "The part '%1$s' is not what was sealed: it was edited."}]}
                        """
                                .formatted(part));
    }

    private void edit(String field, Object value) {
        edit(Updates.set("state." + field, value));
    }

    private void edit(Bson update) {
        database.getCollection("agreements").updateOne(eq("_id", id), update);
    }

    @Test
    void theKeysAreForAnyone() {
        assertThat(mvc.get().uri("/api/v1/seal-keys"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo(
                        """
                        {"keys": [{"kty": "OKP", "crv": "Ed25519",
                          "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
                          "kid": "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
                          "use": "sig", "alg": "EdDSA"}]}
                        """);
    }
}
