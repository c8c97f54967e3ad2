package io.bridgehead.crooked.shelf;

import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.identity.AnyoneMayCall;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DocumentController {

    private final Documents documents;

    DocumentController(Documents documents) {
        this.documents = documents;
    }

    @GetMapping("/collections")
    @AnyoneMayCall
    int collections() {
        return documents.aggregates().size();
    }
}
