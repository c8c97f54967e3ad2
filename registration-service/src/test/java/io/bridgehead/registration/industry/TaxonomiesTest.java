package io.bridgehead.registration.industry;

import static org.assertj.core.api.Assertions.assertThat;

import io.bridgehead.registration.BilingualText;
import io.bridgehead.registration.TestDocuments;
import io.bridgehead.registration.city.City;
import io.bridgehead.registration.city.CitySettings;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaxonomiesTest {

    private static final CitySettings CITIES =
            new CitySettings(List.of(new City("qz", "330800", new BilingualText("衢州", "Quzhou"))));

    private final TestDocuments documents = new TestDocuments();

    @Test
    void aVersionIsPublishedOnceHoweverManyInstancesStartWithIt() {
        publish(1);
        publish(1);
        publish(2);
        publish(2);
        publish(1);

        assertThat(documents.events("industries"))
                .containsExactly("industries.published.v1", "industries.published.v1");
    }

    private void publish(int version) {
        Industry industry =
                new Industry(
                        "chemicals", null, new BilingualText("化工", "Chemicals"), List.of("26"));
        new Taxonomies(documents.open(), CITIES).publish(new Taxonomy(version, List.of(industry)));
    }
}
