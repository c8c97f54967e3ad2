package io.bridgehead.registration.places;

import io.bridgehead.platform.documents.Documents;
import io.bridgehead.registration.edition.Editions;

/// Places for the tests of features that stand on them.
public record PlacesFixture(PlacesByEdition places, DrawingPlaces drawing) {

    public static PlacesFixture of(Documents documents, Editions editions) {
        PlacesByEdition places = new PlacesByEdition(documents, editions);
        return new PlacesFixture(places, new DrawingPlaces(places));
    }
}
