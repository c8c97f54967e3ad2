package io.bridgehead.registration.places;

import io.bridgehead.platform.documents.OutgoingEvent;
import io.bridgehead.registration.edition.GuestKind;
import io.bridgehead.registration.places.PlacesEvent.Granted;
import io.bridgehead.registration.places.PlacesEvent.Queued;
import io.bridgehead.registration.places.PlacesEvent.Released;
import java.util.Set;

/// What a delegate's city is told of his place.
final class PlacesAnnouncement {

    private PlacesAnnouncement() {}

    record PlaceGranted(String edition, String delegate, String city, GuestKind kind) {}

    record PlaceQueued(
            String edition, String delegate, String city, GuestKind kind, int position) {}

    record PlaceReleased(String edition, String delegate, String city, GuestKind kind) {}

    static OutgoingEvent announce(String id, Places places, PlacesEvent event) {
        String edition = places.edition();
        return switch (event) {
            case Granted(String delegate, String city, GuestKind kind) ->
                    new OutgoingEvent(
                            "place.granted.v1",
                            Set.of(city),
                            new PlaceGranted(edition, delegate, city, kind));
            case Queued(String delegate, String city, GuestKind kind, int position) ->
                    new OutgoingEvent(
                            "place.queued.v1",
                            Set.of(city),
                            new PlaceQueued(edition, delegate, city, kind, position));
            case Released(String delegate, String city, GuestKind kind) ->
                    new OutgoingEvent(
                            "place.released.v1",
                            Set.of(city),
                            new PlaceReleased(edition, delegate, city, kind));
        };
    }
}
