package io.bridgehead.registration.places;

import io.bridgehead.platform.documents.Aggregates;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.DocumentMissing;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.Transition;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.registration.edition.Editions;
import java.util.function.Function;
import org.springframework.stereotype.Repository;

/// One document for each edition. An edition's quotas are fixed when it is opened, so its places need
/// nobody to make them: they are those of the quotas until the first draw writes them down.
@Repository
public class PlacesByEdition {

    private final Aggregates<Places, PlacesEvent> aggregates;
    private final Editions editions;

    PlacesByEdition(Documents documents, Editions editions) {
        this.aggregates =
                documents.aggregates("places", Places.class, PlacesAnnouncement::announce);
        this.editions = editions;
    }

    /// @throws DocumentMissing when there is no such edition
    public Places get(String edition) {
        return aggregates
                .find(id(edition))
                .map(Versioned::state)
                .orElseGet(() -> untouched(edition));
    }

    void change(
            String edition,
            CommandId command,
            Function<Places, Transition<Places, PlacesEvent>> decision) {
        if (aggregates.find(id(edition)).isEmpty()) {
            var _ =
                    aggregates.create(
                            id(edition),
                            CommandId.derivedFrom("places", edition),
                            Transition.none(untouched(edition)));
        }
        var _ = aggregates.change(id(edition), command, decision);
    }

    private Places untouched(String edition) {
        return Places.of(edition, editions.get(edition).state().quotas());
    }

    /// Edition and places would have the same id, and events are told apart by it.
    private static String id(String edition) {
        return edition + "/places";
    }
}
