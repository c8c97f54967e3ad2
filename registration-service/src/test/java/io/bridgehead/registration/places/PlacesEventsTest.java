package io.bridgehead.registration.places;

import static io.bridgehead.registration.edition.GuestKind.DELEGATE;

import io.bridgehead.platform.testing.EventSamples;
import io.bridgehead.registration.places.PlacesEvent.Granted;
import io.bridgehead.registration.places.PlacesEvent.Queued;
import io.bridgehead.registration.places.PlacesEvent.Released;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlacesEventsTest {

    private static final String DELEGATE_ID = "3f0c6d0e-5f0a-8a51-9d3e-6f1b0a7c2d11";

    static List<PlacesEvent> events() {
        return List.of(
                new Granted(DELEGATE_ID, "sr", DELEGATE),
                new Queued(DELEGATE_ID, "sr", DELEGATE, 3),
                new Released(DELEGATE_ID, "sr", DELEGATE));
    }

    @ParameterizedTest
    @MethodSource("events")
    void areWrittenAsTheirSamples(PlacesEvent event) {
        Places places = Places.of("2025-quzhou", List.of());

        EventSamples.assertWritten(
                PlacesAnnouncement.announce("2025-quzhou/places", places, event));
    }
}
