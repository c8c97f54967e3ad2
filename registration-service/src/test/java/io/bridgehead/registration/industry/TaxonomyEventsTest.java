package io.bridgehead.registration.industry;

import io.bridgehead.platform.testing.EventSamples;
import io.bridgehead.registration.BilingualText;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TaxonomyEventsTest {

    @Test
    void publishingIsWrittenAsItsSample() {
        Taxonomy taxonomy =
                new Taxonomy(
                        1,
                        List.of(
                                new Industry(
                                        "newMaterials",
                                        null,
                                        new BilingualText("新材料", "New materials"),
                                        List.of("265", "266", "3985")),
                                new Industry(
                                        "newMaterials.fluorosilicon",
                                        "newMaterials",
                                        new BilingualText(
                                                "氟硅新材料", "Fluorine and silicon materials"),
                                        List.of("2651", "2652", "2659"))));

        EventSamples.assertWritten(
                TaxonomyAnnouncement.announce(taxonomy, Set.of("qz", "sr", "hs", "np")));
    }
}
