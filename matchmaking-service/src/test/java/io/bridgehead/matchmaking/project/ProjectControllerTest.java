package io.bridgehead.matchmaking.project;

import static io.bridgehead.matchmaking.Api.assertInvalid;
import static io.bridgehead.matchmaking.Api.assertRefused;
import static io.bridgehead.matchmaking.Api.created;
import static io.bridgehead.matchmaking.Api.json;
import static io.bridgehead.matchmaking.Examples.EDITION;
import static io.bridgehead.matchmaking.Examples.FLUORINE;
import static io.bridgehead.matchmaking.Examples.LITHIUM;
import static io.bridgehead.matchmaking.Exhibits.project;
import static org.assertj.core.api.Assertions.assertThat;

import io.bridgehead.matchmaking.Api;
import io.bridgehead.matchmaking.FeatureSlice;
import io.bridgehead.matchmaking.registration.News;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.privacy.PersonalText;
import io.bridgehead.platform.testing.Callers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;

@FeatureSlice
class ProjectControllerTest {

    private static final String RIVAL = "91330800MAEX00045M";
    private static final RequestPostProcessor SHANGRAO = Callers.of(Role.CITY_OFFICER, "sr");

    @Autowired Api api;
    @Autowired News news;

    @BeforeEach
    void whoIsKnown() {
        news.ofDelegates(Map.of("d-project", "sr", "d-np", "np"));
        news.hear(News.registered(news.privacy(), EDITION, "d-new", "sr"));
    }

    private String register(String changes) {
        return created(api.post(SHANGRAO, "/projects", project(changes)));
    }

    private List<String> listed(RequestPostProcessor caller, String query) {
        MvcTestResult answer = api.get(caller, "/projects?limit=200&" + query);
        assertThat(answer).hasStatusOk();
        return StreamSupport.stream(json(answer).path("items").spliterator(), false)
                .map(item -> item.path("id").asString())
                .toList();
    }

    @Test
    void aCityRegistersWhatItsDelegateSpeaksFor() {
        String id = register("{}");

        JsonNode project = json(api.get(Callers.of(Role.DELEGATE, "hs"), "/projects/" + id));
        assertThat(project.path("title").asString()).isEqualTo("固态电解质薄膜中试");
        assertThat(project.path("city").asString()).isEqualTo("sr");
        assertThat(project.path("organisation").asString()).isEqualTo(LITHIUM);
        assertThat(project.path("stage").asString()).isEqualTo("preA");
        assertThat(project.path("ask").path("amount").asLong()).isEqualTo(2_000_000_000L);
        assertThat(project.path("version").asInt()).isEqualTo(1);
    }

    @Test
    void theContactIsShownMaskedAndConflictsToTheirOwnSideAlone() {
        String id = register("{\"conflicts\": [\"" + RIVAL + "\"]}");

        JsonNode others = json(api.get(Callers.of(Role.CITY_OFFICER, "qz"), "/projects/" + id));
        assertThat(others.path("contactPerson").path("maskedName").asString()).isEqualTo("王*木");
        assertThat(others.path("contactPerson").path("jobTitle").asString()).isEqualTo("研发总监");
        assertThat(others.has("conflicts")).isFalse();

        for (RequestPostProcessor insider :
                List.of(
                        SHANGRAO,
                        Callers.of(Role.ORGANISATION, "sr", LITHIUM),
                        Callers.of(Role.AUDITOR, "qz"))) {
            JsonNode own = json(api.get(insider, "/projects/" + id));
            assertThat(own.path("conflicts").path(0).asString()).isEqualTo(RIVAL);
        }
    }

    @Test
    void nothingIsShownOfAContactWhoIsForgotten() {
        news.ofDelegates(Map.of("d-gone", "sr"));
        String id = register("{\"contact\": \"d-gone\"}");
        news.privacy().forget("d-gone");

        JsonNode project = json(api.get(SHANGRAO, "/projects/" + id));

        assertThat(project.path("contactPerson").has("maskedName")).isFalse();
        news.hear(News.became("forgotten", "d-gone", "sr", 9));
        assertThat(json(api.get(SHANGRAO, "/projects/" + id)).path("contactPerson")).isEmpty();
    }

    /// Somebody edited a database; the others are shown all the same.
    @Test
    void aContactWhoseNameDoesNotOpenKeepsTheListReadable() {
        news.ofDelegates(Map.of("d-edited", "sr"));
        String edited = register("{\"contact\": \"d-edited\"}");
        String other = register("{}");
        news.hear(
                new News.Told(
                        "delegate.registered.v1",
                        "d-edited",
                        9,
                        Set.of("sr"),
                        Map.of(
                                "edition",
                                EDITION,
                                "city",
                                "sr",
                                "organisation",
                                LITHIUM,
                                "jobTitle",
                                "研发总监",
                                "name",
                                new PersonalText("d-edited", "AAAA"))));

        assertThat(listed(SHANGRAO, "edition=" + EDITION)).contains(edited, other);
        JsonNode contact = json(api.get(SHANGRAO, "/projects/" + edited)).path("contactPerson");
        assertThat(contact.has("maskedName")).isFalse();
        assertThat(contact.path("jobTitle").asString()).isEqualTo("研发总监");
    }

    @ParameterizedTest
    @CsvSource({
        "CITY_OFFICER, sr, , CREATED",
        "PARTNER_SYSTEM, sr, , CREATED",
        "ORGANISATION, sr, 91361100MAEX001173, CREATED",
        // whoever speaks for another organisation, or for none
        "ORGANISATION, sr, 91361100MAEX00125X, FORBIDDEN",
        "ORGANISATION, sr, , FORBIDDEN",
        // in the name of another city
        "CITY_OFFICER, qz, , FORBIDDEN",
        "PARTNER_SYSTEM, np, , FORBIDDEN",
        "ORGANISATION, qz, 91361100MAEX001173, FORBIDDEN",
        // who has another business here
        "ORGANIZER, sr, , FORBIDDEN",
        "DELEGATE, sr, , FORBIDDEN",
        "SIGNATORY, sr, 91361100MAEX001173, FORBIDDEN",
        "AUDITOR, sr, , FORBIDDEN",
    })
    void itsCityOrWhoeverSpeaksForItsOrganisationMayRegister(
            Role role, String city, @Nullable String organisation, HttpStatus status) {
        RequestPostProcessor caller =
                organisation == null
                        ? Callers.of(role, city)
                        : Callers.of(role, city, organisation);

        MvcTestResult answer = api.post(caller, "/projects", project("{}"));

        if (status == HttpStatus.FORBIDDEN) {
            assertRefused(answer, status, "not-allowed");
        } else {
            created(answer);
        }
    }

    /// Whoever speaks for an offer sits at its meetings, and his time is not another's to give away.
    @Test
    void anOrganisationOffersNothingInTheNameOfAnothersDelegate() {
        String other = "91361100MAEX00125X";
        String body = project("{\"organisation\": \"" + other + "\"}");

        assertRefused(
                api.post(Callers.of(Role.ORGANISATION, "sr", other), "/projects", body),
                HttpStatus.FORBIDDEN,
                "not-allowed");
        created(api.post(SHANGRAO, "/projects", body));
    }

    @Test
    void withoutATokenNobodyEnters() {
        assertRefused(api.getWithoutToken("/projects"), HttpStatus.UNAUTHORIZED, "not-signed-in");
    }

    @Test
    void aContactOfWhomNothingWasHeardYetIsNamedAsThat() {
        MvcTestResult answer =
                api.post(SHANGRAO, "/projects", project("{\"contact\": \"d-unheard-of\"}"));

        assertInvalid(answer, "contact contact-not-known-yet");
        assertThat(json(answer).path("errors").path(0).path("message").asString()).contains("稍后");
    }

    @Test
    void aContactMustBeConfirmed() {
        MvcTestResult answer = api.post(SHANGRAO, "/projects", project("{\"contact\": \"d-new\"}"));

        assertInvalid(answer, "contact contact-not-confirmed");
        assertThat(json(answer).path("errors").path(0).path("message").asString())
                .contains("registered");
    }

    @Test
    void ofAnotherCitysDelegatesNothingIsTold() {
        assertRefused(
                api.post(
                        Callers.of(Role.CITY_OFFICER, "np"),
                        "/projects",
                        project("{\"contact\": \"d-new\", \"title\": \"x\"}")),
                HttpStatus.FORBIDDEN,
                "not-allowed");
    }

    @Test
    void everyFieldThatIsWrongIsNamedAtOnce() {
        assertInvalid(
                api.post(
                        SHANGRAO,
                        "/projects",
                        project(
                                """
                                {"edition": "2024-quzhou", "organisation": "91361100MAEX001174",
                                 "industries": ["newMaterials", "alchemy"],
                                 "ask": {"amount": 1, "currency": "XXY"},
                                 "conflicts": ["91330800MAEX00045M", "nobody"]}
                                """)),
                "edition edition-not-known-yet",
                "contact contact-of-another-edition",
                "organisation credit-code-malformed",
                "industries[1] industry-unknown",
                "ask.currency unknown-currency",
                "conflicts[1] credit-code-malformed");
    }

    @Test
    void whatIsMissingOrTooMuchIsNamed() {
        assertInvalid(
                api.post(
                        SHANGRAO,
                        "/projects",
                        project(
                                """
                                {"title": " ", "industries": [], "stage": null,
                                 "ask": {"amount": 0, "currency": "CNY"}}
                                """)),
                "title not-blank",
                "industries not-empty",
                "stage not-null",
                "ask.amount positive");
        assertInvalid(
                api.post(SHANGRAO, "/projects", project("{\"stage\": \"late\"}")), "stage one-of");
    }

    @Test
    void aProjectIsRevisedByItsOwnSideInTheVersionThatItHasSeen() {
        String id = register("{}");
        String later = project("{\"stage\": \"a\", \"industries\": [\"chemicals.fine\"]}");

        MvcTestResult revised = api.put(SHANGRAO, "/projects/" + id, "\"1\"", later);

        assertThat(revised).hasStatusOk().hasHeader(HttpHeaders.ETAG, "\"2\"");
        assertThat(json(revised).path("stage").asString()).isEqualTo("a");
        assertRefused(
                api.put(SHANGRAO, "/projects/" + id, "\"1\"", project("{}")),
                HttpStatus.PRECONDITION_FAILED,
                "stale-version");
        assertRefused(
                api.put(Callers.of(Role.CITY_OFFICER, "qz"), "/projects/" + id, "\"2\"", later),
                HttpStatus.FORBIDDEN,
                "not-allowed");
        assertRefused(
                api.put(SHANGRAO, "/projects/nothing", "\"1\"", later),
                HttpStatus.NOT_FOUND,
                "not-found");
    }

    @Test
    void noSideTakesAProjectFromAnother() {
        String id = register("{}");

        // Nanping's own delegate and organisation, and Shangrao's project
        assertRefused(
                api.put(
                        Callers.of(Role.CITY_OFFICER, "np"),
                        "/projects/" + id,
                        "\"1\"",
                        project("{\"contact\": \"d-np\", \"organisation\": \"" + FLUORINE + "\"}")),
                HttpStatus.FORBIDDEN,
                "not-allowed");
        // nor does its own organisation give it to one for which it does not speak
        assertRefused(
                api.put(
                        Callers.of(Role.ORGANISATION, "sr", LITHIUM),
                        "/projects/" + id,
                        "\"1\"",
                        project("{\"organisation\": \"" + FLUORINE + "\"}")),
                HttpStatus.FORBIDDEN,
                "not-allowed");
    }

    @Test
    void aProjectStaysWithItsEdition() {
        String id = register("{}");
        news.hear(News.edition("2026-quzhou"));

        assertInvalid(
                api.put(
                        SHANGRAO,
                        "/projects/" + id,
                        "\"1\"",
                        project("{\"edition\": \"2026-quzhou\"}")),
                "edition edition-is-fixed",
                "contact contact-of-another-edition");
    }

    @Test
    void listsAreNarrowedByWhatIsAskedFor() {
        String lithium = register("{}");
        String fine = register("{\"industries\": [\"chemicals.fine\"], \"stage\": \"b\"}");
        RequestPostProcessor anyone = Callers.of(Role.DELEGATE, "hs");

        assertThat(listed(anyone, "edition=2025-quzhou")).contains(lithium, fine);
        assertThat(listed(anyone, "edition=1999-quzhou")).isEmpty();
        assertThat(listed(anyone, "city=sr")).contains(lithium, fine);
        assertThat(listed(anyone, "city=np")).isEmpty();
        assertThat(listed(anyone, "stage=b")).contains(fine).doesNotContain(lithium);
        assertThat(listed(anyone, "industry=chemicals.fine"))
                .contains(fine)
                .doesNotContain(lithium);
        assertThat(listed(anyone, "industry=newMaterials")).contains(lithium).doesNotContain(fine);
        assertThat(listed(anyone, "organisation=" + LITHIUM)).contains(lithium, fine);
        assertThat(listed(anyone, "organisation=" + FLUORINE)).isEmpty();
        assertInvalid(api.get(anyone, "/projects?stage=late"), "stage one-of");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void whoeverIsSignedInMayRead(Role role) {
        assertThat(api.get(Callers.of(role, "hs"), "/projects")).hasStatusOk();
    }
}
