package io.bridgehead.contract.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.bridgehead.platform.events.Subscription;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.privacy.Masking;
import io.bridgehead.platform.privacy.Privacy;
import io.bridgehead.platform.testing.Callers;
import io.bridgehead.platform.testing.EventSamples;
import io.bridgehead.platform.testing.WebSlice;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@WebSlice
@WebMvcTest(ChainController.class)
@EnableConfigurationProperties(ChangeSettings.class)
@Import({Chains.class, ChainAnswers.class, ChainSubscription.class, ChainChanges.class})
@TestInstance(Lifecycle.PER_CLASS)
class ChainControllerTest {

    private final MockMvcTester mvc;
    private final Subscription subscription;
    private final Privacy privacy;

    @Autowired
    ChainControllerTest(MockMvcTester mvc, Subscription subscription, Privacy privacy) {
        this.mvc = mvc;
        this.subscription = subscription;
        this.privacy = privacy;
    }

    @BeforeAll
    void hear() {
        History.ofSignedAgreements(4, person -> privacy.protect(person, "欧阳娜娜"))
                .interleaved(new Random(1))
                .forEach(subscription::handle);
    }

    private MvcTestResult get(String uri, RequestPostProcessor caller) {
        return mvc.get().uri("/api/v1/chains" + uri).with(caller).exchange();
    }

    @Test
    void aChainGoesFromTheDelegatesToTheSignedAgreement() {
        for (String id : List.of("meeting-1", "agreement-1")) {
            assertThat(get("/" + id, Callers.of(Role.CITY_OFFICER, "qz")))
                    .hasStatusOk()
                    .bodyJson()
                    .isStrictlyEqualTo(
                            """
                            {"id": "meeting-1", "edition": "e1", "title": "项目1 × 基金1",
                             "stage": "signed", "project": "project-1",
                             "counterpart": {"kind": "fund", "id": "fund-1"},
                             "cityPair": ["qz", "sr"], "complete": true, "missing": [],
                             "changedAt": "2025-09-23T01:18:00Z",
                             "meeting": {"id": "meeting-1", "state": "intentRecorded",
                                         "since": "2025-09-24T06:25:00Z",
                                         "requestedAt": "2025-09-23T01:10:00Z",
                                         "acceptedAt": "2025-09-23T01:11:00Z",
                                         "scheduledAt": "2025-09-23T01:13:00Z", "table": "A1",
                                         "slot": {"startsAt": "2025-09-24T06:00:00Z",
                                                  "endsAt": "2025-09-24T06:20:00Z"}},
                             "intent": {"id": "intent-1", "kind": "investment", "title": "意向1",
                                        "recordedAt": "2025-09-24T06:25:00Z"},
                             "agreement": {"id": "agreement-1", "kind": "investment",
                                           "title": "协议1", "state": "signed",
                                           "documentDigest": "sha256:00",
                                           "draftedAt": "2025-09-23T01:15:00Z",
                                           "signedAt": "2025-09-24T07:00:00Z"},
                             "sides": [
                              {"city": "qz", "organisation": "o-qz", "organisationName": "甲",
                               "signedAt": "2025-09-24T07:00:00Z", "signedDigest": "sha256:00",
                               "delegate": {"id": "qz1", "maskedName": "%1$s",
                                            "jobTitle": "工程师", "state": "confirmed",
                                            "since": "2025-09-23T01:04:00Z",
                                            "registeredAt": "2025-09-23T01:00:00Z",
                                            "approvedAt": "2025-09-23T01:02:00Z",
                                            "confirmedAt": "2025-09-23T01:04:00Z"}},
                              {"city": "sr", "organisation": "o-sr", "organisationName": "乙",
                               "signedAt": "2025-09-24T07:00:00Z", "signedDigest": "sha256:00",
                               "delegate": {"id": "sr1", "maskedName": "%1$s",
                                            "jobTitle": "工程师", "state": "confirmed",
                                            "since": "2025-09-23T01:09:00Z",
                                            "registeredAt": "2025-09-23T01:05:00Z",
                                            "approvedAt": "2025-09-23T01:07:00Z",
                                            "confirmedAt": "2025-09-23T01:09:00Z"}}]}
                            """
                                    .formatted(Masking.name("欧阳娜娜")));
        }
    }

    @Test
    void beforeItsAgreementAChainIsThereWithTheMeetingAlone() {
        EventSamples.deliver(subscription, "meeting.requested.v1", "meeting-asked", 1);

        assertThat(get("/meeting-asked", Callers.of(Role.CITY_OFFICER, "sr")))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"stage": "requested", "complete": false, "cityPair": ["sr", "qz"],
                         "missing": ["delegate", "meeting", "intent", "signature"]}
                        """)
                .doesNotHavePath("$.agreement")
                .doesNotHavePath("$.intent");
        assertIds(
                "?stage=requested&stage=accepted", Callers.of(Role.AUDITOR, "np"), "meeting-asked");
        assertIds("?edition=2025-quzhou", Callers.of(Role.AUDITOR, "np"), "meeting-asked");
    }

    @Test
    void theListIsNarrowedAndHoldsWhatItsCallerIsAPartyTo() {
        String[] all = {"meeting-1", "meeting-2", "meeting-3", "meeting-4"};
        assertIds("?edition=e1", Callers.of(Role.ORGANIZER, "np"), all);
        assertIds("?edition=e1&city=sr", Callers.of(Role.AUDITOR, "np"), all);
        assertIds("?city=np", Callers.of(Role.AUDITOR, "np"));
        assertIds("?edition=e2", Callers.of(Role.AUDITOR, "np"));
        assertIds("?edition=e1", Callers.of(Role.PARTNER_SYSTEM, "sr"), all);
        assertIds("", Callers.of(Role.SIGNATORY, "hs", "o-qz"), all);
        assertIds("", Callers.of(Role.CITY_OFFICER, "hs"));
        assertIds("?organisation=o-sr", Callers.of(Role.AUDITOR, "np"), all);
        assertIds("?organisation=o-np", Callers.of(Role.AUDITOR, "np"));
        assertIds("?stage=signed", Callers.of(Role.AUDITOR, "np"), all);
        assertIds("?stage=draft&stage=partlySigned", Callers.of(Role.AUDITOR, "np"));
    }

    @Test
    void theListIsSearchedInTitlesAndNames() {
        RequestPostProcessor auditor = Callers.of(Role.AUDITOR, "np");
        String[] all = {"meeting-1", "meeting-2", "meeting-3", "meeting-4"};
        assertIds("?edition=e1&q=项目2", auditor, "meeting-2");
        assertIds("?edition=e1&q=协议3", auditor, "meeting-3");
        assertIds("?edition=e1&q=乙", auditor, all);
        for (String nothing : List.of(".*", "\\", "\\E", "(", "\0", "丙")) {
            assertThat(
                            mvc.get()
                                    .uri("/api/v1/chains?edition=e1&q={q}", nothing)
                                    .with(auditor)
                                    .exchange())
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("$.items")
                    .asArray()
                    .isEmpty();
        }
    }

    @Test
    void aStageThatThereIsNotIsNamed() {
        assertThat(get("?stage=sealed", Callers.of(Role.AUDITOR, "np")))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"slug": "invalid-request", "errors": [{"field": "stage"}]}
                        """);
    }

    private void assertIds(String query, RequestPostProcessor caller, String... expected) {
        assertThat(get(query, caller))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[*].id")
                .asArray()
                .containsExactly((Object[]) expected);
    }

    @Test
    void aForgottenDelegateShowsAsSuchAndTheChainHolds() {
        EventSamples.deliver(subscription, "delegate.forgotten.v1", "qz3", 6);

        assertForgotten("agreement-3", 0, "qz3");
    }

    @Test
    void whoseKeyIsDestroyedIsForgottenBeforeTheEventArrives() {
        privacy.forget("sr4");

        assertForgotten("agreement-4", 1, "sr4");
    }

    private void assertForgotten(String agreement, int side, String delegate) {
        assertThat(get("/" + agreement, Callers.of(Role.AUDITOR, "qz")))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"complete\": true}")
                .extractingPath("$.sides[%d].delegate".formatted(side))
                .asMap()
                .containsEntry("id", delegate)
                .containsEntry("state", "forgotten")
                .doesNotContainKeys("maskedName", "jobTitle");
    }

    @Test
    void whoIsNoPartyDoesNotLearnThatThereIsOne() {
        for (RequestPostProcessor stranger :
                List.of(
                        Callers.of(Role.CITY_OFFICER, "hs"),
                        Callers.of(Role.ORGANISATION, "qz", "o-hs"))) {
            assertProblem(get("/agreement-1", stranger), HttpStatus.NOT_FOUND, "not-found");
        }
        assertProblem(
                get("/none", Callers.of(Role.AUDITOR, "qz")), HttpStatus.NOT_FOUND, "not-found");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"RECEPTION", "DELEGATION_LEADER", "DELEGATE", "JUDGE"})
    void otherRolesMayNotCall(Role role) {
        for (String uri : List.of("", "/agreement-1", "/changes")) {
            assertProblem(get(uri, Callers.of(role, "qz")), HttpStatus.FORBIDDEN, "not-allowed");
        }
    }

    @Test
    void changesAreRefusedAsAProblemWhereTheyAreNotRead() {
        assertProblem(
                mvc.get()
                        .uri("/api/v1/chains/changes")
                        .accept("text/event-stream")
                        .with(Callers.of(Role.AUDITOR, "np"))
                        .exchange(),
                HttpStatus.SERVICE_UNAVAILABLE,
                "changes-away");
    }

    @Test
    void withoutATokenNobodyMay() {
        for (String uri :
                List.of("/api/v1/chains", "/api/v1/chains/agreement-1", "/api/v1/chains/changes")) {
            assertProblem(mvc.get().uri(uri).exchange(), HttpStatus.UNAUTHORIZED, "not-signed-in");
        }
    }

    private static void assertProblem(MvcTestResult answer, HttpStatus status, String slug) {
        assertThat(answer).hasStatus(status);
        assertThat(answer).bodyJson().extractingPath("$.slug").isEqualTo(slug);
    }
}
