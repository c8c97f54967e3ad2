package io.bridgehead.upright.shelf;

import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.upright.shelf.Shelf.Book;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;

@Service
class FillingShelves {

    private final Shelves shelves;
    private final Clock clock;

    FillingShelves(Shelves shelves, Clock clock) {
        this.shelves = shelves;
        this.clock = clock;
    }

    Versioned<Shelf> fill(CommandId command, Book book) {
        return shelves.fill(LocalDate.now(clock).toString(), command, book);
    }
}
