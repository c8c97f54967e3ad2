package io.bridgehead.upright.shelf;

import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.identity.AnyoneMayCall;
import io.bridgehead.platform.identity.MayCall;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.identity.SignedInMayCall;
import io.bridgehead.upright.shelf.Shelf.Book;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ShelfController {

    private final FillingShelves filling;
    private final Shelves shelves;

    ShelfController(FillingShelves filling, Shelves shelves) {
        this.filling = filling;
        this.shelves = shelves;
    }

    @PostMapping("/shelves")
    @MayCall(Role.ORGANIZER)
    Versioned<Shelf> fill(CommandId command, @RequestBody Book book) {
        return filling.fill(command, book);
    }

    @GetMapping("/shelves")
    @SignedInMayCall
    List<Versioned<Shelf>> list() {
        return shelves.all();
    }

    @GetMapping("/covers")
    @AnyoneMayCall
    Shelf.Cover[] covers() {
        return Shelf.Cover.values();
    }
}
