package io.bridgehead.registration.places;

import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.registration.edition.GuestKind;
import org.springframework.stereotype.Service;

/// Takes places and gives them back; what came of it is told by events.
@Service
public class DrawingPlaces {

    private final PlacesByEdition places;

    DrawingPlaces(PlacesByEdition places) {
        this.places = places;
    }

    public void draw(
            String edition, CommandId command, String delegate, String city, GuestKind kind) {
        places.change(edition, command, all -> all.draw(delegate, city, kind));
    }

    public void release(String edition, CommandId command, String delegate) {
        places.change(edition, command, all -> all.release(delegate));
    }
}
