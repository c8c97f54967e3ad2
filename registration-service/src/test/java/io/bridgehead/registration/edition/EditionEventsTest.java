package io.bridgehead.registration.edition;

import io.bridgehead.platform.testing.EventSamples;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EditionEventsTest {

    static Stream<EditionEvent> events() {
        return Stream.of(new EditionEvent.Opened(), new EditionEvent.Revised());
    }

    @ParameterizedTest
    @MethodSource("events")
    void areWrittenAsTheirSamples(EditionEvent event) {
        EventSamples.assertWritten(
                EditionAnnouncement.announce("2025-quzhou", SampleEdition.ofQuzhou(), event));
    }
}
