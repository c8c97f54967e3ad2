package io.bridgehead.crooked.shelf;

import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.identity.SignedInMayCall;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CommandingController {

    private final Shelves shelves;

    CommandingController(Shelves shelves) {
        this.shelves = shelves;
    }

    @PostMapping("/shelves")
    @SignedInMayCall
    Versioned<Shelf> saw(CommandId command) {
        return shelves.saw("one", command);
    }
}
