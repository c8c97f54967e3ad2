package io.bridgehead.upright.shelf;

import com.mongodb.client.model.Filters;
import io.bridgehead.platform.documents.Aggregates;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.OutgoingEvent;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.upright.shelf.Shelf.Book;
import io.bridgehead.upright.shelf.Shelf.Filled;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.springframework.stereotype.Repository;

@Repository
public class Shelves {

    private final Aggregates<Shelf, Filled> aggregates;

    Shelves(Documents documents) {
        this.aggregates =
                documents.aggregates(
                        "shelves",
                        Shelf.class,
                        (_, _, event) -> new OutgoingEvent("shelf.filled.v1", Set.of(), event));
    }

    Versioned<Shelf> fill(String id, CommandId command, Book book) {
        return aggregates.change(id, command, shelf -> shelf.fill(book));
    }

    @SuppressWarnings("JavaUtilDate")
    Instant builtAt(Document asStored) {
        return asStored.getDate("builtAt").toInstant();
    }

    public List<Versioned<Shelf>> all() {
        return aggregates.find(Filters.empty(), 10);
    }
}
