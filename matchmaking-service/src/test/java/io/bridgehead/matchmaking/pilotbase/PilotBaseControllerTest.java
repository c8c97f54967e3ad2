package io.bridgehead.matchmaking.pilotbase;

import static io.bridgehead.matchmaking.Api.assertInvalid;
import static io.bridgehead.matchmaking.Api.assertRefused;
import static io.bridgehead.matchmaking.Api.created;
import static io.bridgehead.matchmaking.Api.json;
import static io.bridgehead.matchmaking.Examples.INSTITUTE;
import static io.bridgehead.matchmaking.Exhibits.base;
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
class PilotBaseControllerTest {

    private static final RequestPostProcessor QUZHOU = Callers.of(Role.PARTNER_SYSTEM, "qz");

    @Autowired Api api;
    @Autowired News news;

    @BeforeEach
    void whoIsKnown() {
        news.ofDelegates(Exhibits.CONTACTS);
    }

    @Test
    void aBaseIsRegisteredWithItsDisciplinesAndFound() {
        String id = created(api.post(QUZHOU, "/pilot-bases", base("{}")));

        JsonNode found = json(api.get(Callers.of(Role.DELEGATE, "np"), "/pilot-bases/" + id));
        assertThat(found.path("name").asString()).isEqualTo("化工中试基地");
        assertThat(found.path("organisation").asString()).isEqualTo(INSTITUTE);
        assertThat(found.path("disciplines")).hasSize(2);
        assertThat(found.path("capacity").asInt()).isEqualTo(12);
        assertThat(found.path("contactPerson").path("maskedName").asString()).isEqualTo("王*木");
        assertThat(found.has("conflicts")).isFalse();

        assertThat(json(api.get(QUZHOU, "/pilot-bases?city=qz&limit=200")).path("items"))
                .extracting(item -> item.path("id").asString())
                .contains(id);
        assertThat(json(api.get(QUZHOU, "/pilot-bases?edition=1999-quzhou")).path("items"))
                .isEmpty();
    }

    @Test
    void whatIsWrongIsNamed() {
        assertInvalid(
                api.post(
                        QUZHOU,
                        "/pilot-bases",
                        base("{\"disciplines\": [\"chemicals\", \"alchemy\"]}")),
                "disciplines[1] industry-unknown");
        assertInvalid(
                api.post(QUZHOU, "/pilot-bases", base("{\"capacity\": 0, \"disciplines\": []}")),
                "capacity min",
                "disciplines not-empty");
        assertInvalid(
                api.post(QUZHOU, "/pilot-bases", base("{\"capacity\": null}")),
                "capacity not-null");
    }

    @Test
    void nobodyRegistersABaseOfAnotherCityOrOrganisation() {
        for (RequestPostProcessor stranger :
                List.of(
                        Callers.of(Role.PARTNER_SYSTEM, "sr"),
                        Callers.of(Role.ORGANISATION, "qz"),
                        Callers.of(Role.RECEPTION, "qz"))) {
            assertRefused(
                    api.post(stranger, "/pilot-bases", base("{}")),
                    HttpStatus.FORBIDDEN,
                    "not-allowed");
        }
        assertRefused(
                api.getWithoutToken("/pilot-bases"), HttpStatus.UNAUTHORIZED, "not-signed-in");
        assertRefused(api.get(QUZHOU, "/pilot-bases/nothing"), HttpStatus.NOT_FOUND, "not-found");
    }
}
