package io.bridgehead.registration.industry;

import io.bridgehead.platform.identity.AnyoneMayCall;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class IndustryController {

    private final PublishingTaxonomy publishing;

    IndustryController(PublishingTaxonomy publishing) {
        this.publishing = publishing;
    }

    record Industries(int version, List<Industry> items) {}

    @GetMapping("/api/v1/industries")
    @AnyoneMayCall
    Industries industries() {
        Taxonomy taxonomy = publishing.taxonomy();
        return new Industries(taxonomy.version(), taxonomy.industries());
    }
}
