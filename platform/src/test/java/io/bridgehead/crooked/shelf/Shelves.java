package io.bridgehead.crooked.shelf;

import io.bridgehead.crooked.shelf.Shelf.Sawn;
import io.bridgehead.platform.documents.Aggregates;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.OutgoingEvent;
import io.bridgehead.platform.documents.Versioned;
import java.util.Set;
import org.springframework.stereotype.Repository;

@Repository
class Shelves {

    private final Aggregates<Shelf, Sawn> aggregates;

    Shelves(Documents documents) {
        this.aggregates =
                documents.aggregates(
                        "shelves",
                        Shelf.class,
                        (_, _, event) -> new OutgoingEvent("shelf.sawn.v1", Set.of(), event));
    }

    Versioned<Shelf> saw(String id, CommandId command) {
        return aggregates.change(id, command, Shelf::saw);
    }
}
