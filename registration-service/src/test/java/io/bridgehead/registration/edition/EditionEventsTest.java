package io.bridgehead.registration.edition;

import io.bridgehead.platform.testing.EventSamples;
import io.bridgehead.registration.edition.Edition.EditionOpened;
import org.junit.jupiter.api.Test;

class EditionEventsTest {

    @Test
    void openingIsWrittenAsItsSample() {
        EventSamples.assertWritten(
                EditionAnnouncement.announce(
                        "2025-quzhou", SampleEdition.ofQuzhou(), new EditionOpened()));
    }
}
