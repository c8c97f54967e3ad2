package io.bridgehead.registration.industry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bridgehead.registration.BilingualText;
import io.bridgehead.registration.industry.Taxonomy.TaxonomyPublished;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TaxonomyTest {

    private static final Taxonomy OURS = PublishingTaxonomy.ofThisRelease();

    @Test
    void holdsTheFourFieldsOfNewMaterials() {
        assertThat(OURS.industries())
                .filteredOn(industry -> "newMaterials".equals(industry.parent()))
                .extracting(industry -> industry.name().zh())
                .containsExactly("氟硅新材料", "电子化学材料", "锂电新材料", "其他高端功能材料");
    }

    @Test
    void holdsTheSixChainsOfTheHostCity() {
        assertThat(OURS.industries())
                .extracting(Industry::code)
                .contains(
                        "newMaterials",
                        "newEnergy",
                        "electronics.semiconductor",
                        "equipment",
                        "lifeSciences",
                        "specialtyPaper");
    }

    @Test
    void isTwoLevelsDeepAndNamedInBothLanguages() {
        assertThat(OURS.industries()).hasSizeGreaterThan(30);
        assertThat(OURS.industries())
                .allSatisfy(industry -> {
                    assertThat(industry.code().split("\\.")).hasSizeLessThanOrEqualTo(2);
                    assertThat(industry.name().zh()).isNotBlank();
                    assertThat(industry.name().en()).isNotBlank();
                });
    }

    @Test
    void aNewerOneReplacesAnOlderOneAndNotTheOtherWay() {
        Taxonomy first = new Taxonomy(1, List.of(industry("chemicals", null, "26")));
        Taxonomy second = new Taxonomy(2, List.of(industry("optics", null, "404")));

        assertThat(first.replaceBy(second).state()).isEqualTo(second);
        assertThat(first.replaceBy(second).events()).containsExactly(new TaxonomyPublished());
        assertThat(second.replaceBy(first).state()).isEqualTo(second);
        assertThat(second.replaceBy(first).events()).isEmpty();
    }

    @Test
    void refusesWhatCannotBeATree() {
        assertThatThrownBy(() ->
                        new Taxonomy(
                                1, List.of(industry("a", null, "26"), industry("a", null, "26"))))
                .hasMessageContaining("is there twice");
        assertThatThrownBy(() -> new Taxonomy(1, List.of(industry("a.b", "a", "26"))))
                .hasMessageContaining("below its parent");
        assertThatThrownBy(() -> new Taxonomy(1, List.of(industry("a", null, "C26"))))
                .hasMessageContaining("GB/T 4754");
    }

    private static Industry industry(String code, @Nullable String parent, String gbt4754) {
        return new Industry(code, parent, new BilingualText("名", "name"), List.of(gbt4754));
    }
}
