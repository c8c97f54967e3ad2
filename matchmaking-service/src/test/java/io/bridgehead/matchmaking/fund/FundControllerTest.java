package io.bridgehead.matchmaking.fund;

import static io.bridgehead.matchmaking.Api.assertInvalid;
import static io.bridgehead.matchmaking.Api.assertRefused;
import static io.bridgehead.matchmaking.Api.created;
import static io.bridgehead.matchmaking.Api.json;
import static io.bridgehead.matchmaking.Examples.FUND;
import static io.bridgehead.matchmaking.Exhibits.fund;
import static org.assertj.core.api.Assertions.assertThat;

import io.bridgehead.matchmaking.Api;
import io.bridgehead.matchmaking.Exhibits;
import io.bridgehead.matchmaking.FeatureSlice;
import io.bridgehead.matchmaking.registration.News;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.testing.Callers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;

@FeatureSlice
class FundControllerTest {

    private static final RequestPostProcessor QUZHOU = Callers.of(Role.CITY_OFFICER, "qz");

    @Autowired Api api;
    @Autowired News news;

    @BeforeEach
    void whoIsKnown() {
        news.ofDelegates(Exhibits.CONTACTS);
    }

    @Test
    void aFundIsRegisteredWithItsMandateAndFound() {
        String id =
                created(api.post(Callers.of(Role.ORGANISATION, "qz", FUND), "/funds", fund("{}")));

        JsonNode found = json(api.get(Callers.of(Role.DELEGATE, "np"), "/funds/" + id));
        assertThat(found.path("name").asString()).isEqualTo("衢州新材料产业基金");
        assertThat(found.path("city").asString()).isEqualTo("qz");
        assertThat(found.path("mandate").path("stages").path(0).asString()).isEqualTo("preA");
        assertThat(found.path("mandate").path("ticketTo").path("amount").asLong())
                .isEqualTo(5_000_000_000L);
        assertThat(found.path("contactPerson").path("maskedName").asString()).isEqualTo("王*木");
        assertThat(found.has("conflicts")).isFalse();
        assertThat(json(api.get(QUZHOU, "/funds/" + id)).has("conflicts")).isTrue();

        assertThat(
                        json(api.get(QUZHOU, "/funds?edition=2025-quzhou&city=qz&limit=200"))
                                .path("items"))
                .extracting(item -> item.path("id").asString())
                .contains(id);
        assertThat(json(api.get(QUZHOU, "/funds?city=np")).path("items")).isEmpty();
    }

    @Test
    void aMandateWithoutCitiesIsForAllOfThem() {
        String mandate =
                """
                {"mandate": {"industries": ["newMaterials"], "stages": ["a"],
                             "ticketFrom": {"amount": 1, "currency": "CNY"},
                             "ticketTo": {"amount": 1, "currency": "CNY"}}}
                """;

        String id = created(api.post(QUZHOU, "/funds", fund(mandate)));

        assertThat(json(api.get(QUZHOU, "/funds/" + id)).path("mandate").path("cities")).isEmpty();
    }

    @Test
    void whatIsWrongWithAMandateIsNamed() {
        assertInvalid(
                api.post(
                        QUZHOU,
                        "/funds",
                        fund(
                                """
                                {"mandate": {"industries": ["alchemy"], "stages": ["a"],
                                             "ticketFrom": {"amount": 2, "currency": "CNY"},
                                             "ticketTo": {"amount": 1, "currency": "CNY"},
                                             "cities": ["qz", "hz"]}}
                                """)),
                "mandate.industries[0] industry-unknown",
                "mandate.ticketTo.amount ticket-range-reversed",
                "mandate.cities[1] city-not-invited");
        assertInvalid(
                api.post(
                        QUZHOU,
                        "/funds",
                        fund(
                                """
                                {"mandate": {"industries": ["newMaterials"], "stages": ["a"],
                                             "ticketFrom": {"amount": 1, "currency": "XXY"},
                                             "ticketTo": {"amount": 2, "currency": "CNY"}}}
                                """)),
                "mandate.ticketFrom.currency unknown-currency",
                "mandate.ticketTo.currency ticket-in-two-currencies");
        assertInvalid(
                api.post(
                        QUZHOU,
                        "/funds",
                        fund(
                                """
                                {"mandate": {"industries": [], "stages": [],
                                             "ticketFrom": {"amount": 1, "currency": "CNY"}}}
                                """)),
                "mandate.industries not-empty",
                "mandate.stages not-empty",
                "mandate.ticketTo not-null");
    }

    @Test
    void nobodyRegistersAFundOfAnotherCityOrOrganisation() {
        for (RequestPostProcessor stranger :
                List.of(
                        Callers.of(Role.CITY_OFFICER, "sr"),
                        Callers.of(Role.ORGANISATION, "sr", FUND),
                        Callers.of(Role.ORGANISATION, "qz"),
                        Callers.of(Role.ORGANIZER, "qz"))) {
            assertRefused(
                    api.post(stranger, "/funds", fund("{}")), HttpStatus.FORBIDDEN, "not-allowed");
        }
        assertRefused(api.getWithoutToken("/funds"), HttpStatus.UNAUTHORIZED, "not-signed-in");
        assertRefused(api.get(QUZHOU, "/funds/nothing"), HttpStatus.NOT_FOUND, "not-found");
    }
}
