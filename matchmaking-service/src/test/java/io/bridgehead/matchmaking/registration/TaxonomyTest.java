package io.bridgehead.matchmaking.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.bridgehead.matchmaking.BilingualText;
import io.bridgehead.matchmaking.registration.Taxonomy.Kinship;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxonomyTest {

    private final Taxonomy taxonomy =
            new Taxonomy(
                    List.of(
                            industry("materials", null),
                            industry("materials.lithium", "materials"),
                            industry("materials.fluorine", "materials"),
                            industry("paper", null)));

    private static Industry industry(String code, @Nullable String parent) {
        return new Industry(code, parent, new BilingualText("中" + code, code));
    }

    @ParameterizedTest
    @CsvSource({
        "materials.lithium, materials.lithium, SAME",
        "materials.lithium, materials, PARENT_AND_CHILD",
        "materials, materials.lithium, PARENT_AND_CHILD",
        "materials.lithium, materials.fluorine, SIBLINGS",
        "materials, paper, NONE",
        "materials.lithium, paper, NONE",
        "unknown, unknown, SAME",
        "unknown, other, NONE",
    })
    void theNearerTheCloserKin(String one, String other, Kinship kinship) {
        assertThat(taxonomy.kinship(one, other)).isEqualTo(kinship);
    }

    @Test
    void anIndustryStandsForAllBelowIt() {
        assertThat(taxonomy.below("materials"))
                .containsExactlyInAnyOrder("materials", "materials.lithium", "materials.fluorine");
        assertThat(taxonomy.below("paper")).containsExactly("paper");
    }

    @Test
    void whatNobodyPublishedGoesByItsCode() {
        assertThat(taxonomy.name("paper").zh()).isEqualTo("中paper");
        assertThat(taxonomy.name("unknown").zh()).isEqualTo("unknown");
        assertThat(taxonomy.knows("unknown")).isFalse();
    }
}
