package io.bridgehead.journey;

import static io.bridgehead.journey.RunningSystem.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The same calls as the main job's, by someone who may not make them.
class RefusedCallsTest {

    private static final String EDITION =
            """
            {"code":"2026-x","title":{"zh":"某届","en":"An edition"},"startsOn":"2026-09-24","endsOn":"2026-09-26",
             "venue":{"zh":"某地","en":"Somewhere"},"quotas":[{"city":"qz","kind":"delegate","places":1}]}
            """;

    private final RunningSystem system = RunningSystem.get();

    private static void refused(HttpResponse<String> response, int status, String slug) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(json(response).path("type").asString())
                .isEqualTo("urn:bridgehead:problem:" + slug);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/delegations?edition=2025-quzhou",
                "/delegates?edition=2025-quzhou",
                "/editions/2025-quzhou/places",
                "/organisations",
                "/projects?edition=2025-quzhou",
                "/funds?edition=2025-quzhou",
                "/pilot-bases?edition=2025-quzhou",
                "/meetings?edition=2025-quzhou",
                "/agreements?edition=2025-quzhou",
                "/chains?edition=2025-quzhou"
            })
    void withoutATokenNothingButThePublicPagesIsShown(String path) {
        refused(system.call("GET", path, null, ""), 401, "not-signed-in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/editions",
                "/delegations",
                "/projects",
                "/funds",
                "/pilot-bases",
                "/meetings",
                "/agreements/any/signatures",
                "/services/contract/rebuilds"
            })
    void withoutATokenNothingIsChanged(String path) {
        refused(system.call("POST", path, null, "{}"), 401, "not-signed-in");
    }

    @Test
    void aForgedTokenIsNone() {
        String token = system.token("qz-organizer");
        String[] parts = token.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String forged =
                parts[0]
                        + "."
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(
                                        claims.replace("\"city\":\"qz\"", "\"city\":\"sr\"")
                                                .getBytes(StandardCharsets.UTF_8))
                        + "."
                        + parts[2];

        assertThat(forged).isNotEqualTo(token);
        refused(
                system.call("GET", "/delegations?edition=2025-quzhou", forged, ""),
                401,
                "invalid-token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"qz-city-officer", "qz-delegate", "qz-auditor", "city-qz"})
    void onlyAnOrganizerOpensAnEdition(String account) {
        refused(
                system.call("POST", "/editions", system.token(account), EDITION),
                403,
                "not-allowed");
    }

    @Test
    void oneCitysDelegationIsNotThereForAnother() {
        JsonNode own =
                system.get("/delegations?edition=2025-quzhou", "sr-city-officer").path("items");
        assertThat(own).hasSize(1);
        String id = own.path(0).path("id").asString();

        refused(
                system.call("GET", "/delegations/" + id, system.token("hs-city-officer"), ""),
                404,
                "not-found");
        assertThat(system.get("/delegations?edition=2025-quzhou", "hs-city-officer").path("items"))
                .hasSize(1)
                .noneSatisfy(other -> assertThat(other.path("id").asString()).isEqualTo(id));
    }

    @Test
    void oneCitysDelegateIsNotThereForAnother() {
        String id =
                system.get("/delegates?edition=2025-quzhou&city=sr", "sr-city-officer")
                        .path("items")
                        .path(0)
                        .path("id")
                        .asString();
        assertThat(id).isNotEmpty();

        refused(
                system.call("GET", "/delegates/" + id, system.token("np-city-officer"), ""),
                404,
                "not-found");
        refused(
                system.call(
                        "POST",
                        "/delegates/" + id + "/reveal",
                        system.token("np-city-officer"),
                        "{\"purpose\":\"curiosity\"}"),
                404,
                "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/agreements/%s",
                "/agreements/%s/document",
                "/agreements/%s/verification",
                "/chains/%s"
            })
    void othersAgreementIsNotThereForACityThatIsNoParty(String path) {
        String agreement = chainWithoutHuangshan().path("agreement").path("id").asString();

        for (String account : List.of("hs-city-officer", "hs-signatory", "city-hs")) {
            refused(
                    system.call("GET", path.formatted(agreement), system.token(account), ""),
                    404,
                    "not-found");
        }
    }

    private JsonNode chainWithoutHuangshan() {
        return system.chains().stream()
                .filter(one -> !one.path("cityPair").toString().contains("hs"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSignatoryOfAnotherPartyCannotSign() {
        JsonNode chain = chainWithoutHuangshan();
        String agreement = chain.path("agreement").path("id").asString();
        JsonNode party = chain.path("sides").path(0);
        String digest =
                system.get("/agreements/" + agreement, "qz-auditor")
                        .path("documentDigest")
                        .asString();
        String body =
                "{\"organisation\":\"%s\",\"documentDigest\":\"%s\"}"
                        .formatted(party.path("organisation").asString(), digest);

        refused(
                system.call(
                        "POST",
                        "/agreements/" + agreement + "/signatures",
                        system.token("hs-signatory"),
                        body),
                403,
                "not-allowed");
    }

    @Test
    void onlyAnOperatorRebuildsAView() {
        refused(
                system.call(
                        "POST",
                        "/services/contract/rebuilds",
                        system.token("qz-organizer"),
                        "{\"subscription\":\"chain\"}"),
                403,
                "not-allowed");
    }
}
