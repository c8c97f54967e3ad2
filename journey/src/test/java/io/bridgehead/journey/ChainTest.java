package io.bridgehead.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// From the delegate to the signed agreement, across the services.
class ChainTest {

    private final RunningSystem system = RunningSystem.get();

    @Test
    void everySignedAgreementHasAllItsLinks() {
        assertThat(system.chains())
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(chain -> {
                    assertThat(chain.path("stage").asString()).isEqualTo("signed");
                    assertThat(chain.path("complete").asBoolean()).isTrue();
                    assertThat(chain.path("meeting").path("table").asString()).isNotEmpty();
                    assertThat(chain.path("intent").path("id").asString()).isNotEmpty();
                    assertThat(chain.path("sides")).hasSize(2);
                    assertThat(chain.path("sides"))
                            .allSatisfy(side ->
                                    assertThat(side.path("delegate").path("state").asString())
                                            .isEqualTo("confirmed"));
                });
    }

    @Test
    void agreementsJoinDifferentCities() {
        Set<String> pairs = new HashSet<>();
        for (JsonNode chain : system.chains()) {
            pairs.add(chain.path("cityPair").toString());
        }
        assertThat(pairs).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void namesAreMasked() {
        assertThat(system.chains().toString()).contains("*").doesNotContain("俞海峰", "徐清和");
    }

    @Test
    void aSecondRunMakesNothingTwiceAndEndsWithTheSame() {
        List<Integer> before = counts();

        List<JsonNode> again = system.runTheDemoAgain();

        assertThat(again).isEqualTo(system.chains());
        assertThat(counts()).isEqualTo(before);
    }

    private List<Integer> counts() {
        return List.of("delegations", "delegates", "projects", "funds", "meetings", "agreements")
                .stream()
                .map(list ->
                        system.get("/" + list + "?edition=2025-quzhou&limit=200", "qz-organizer")
                                .path("items")
                                .size())
                .toList();
    }

    @Test
    void aCityListsTheChainsItIsAPartyToAndNoOthers() {
        JsonNode seen =
                system.get("/chains?edition=2025-quzhou&stage=signed&limit=200", "hs-city-officer")
                        .path("items");

        assertThat(seen).isNotEmpty().hasSizeLessThan(system.chains().size());
        assertThat(seen)
                .allSatisfy(chain -> assertThat(chain.path("cityPair").toString()).contains("hs"));
    }
}
