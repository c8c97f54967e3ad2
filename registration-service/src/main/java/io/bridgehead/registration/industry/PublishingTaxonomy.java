package io.bridgehead.registration.industry;

import io.bridgehead.platform.documents.Documents;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;

/// Tells the others of this release's taxonomy when the service starts.
@Service
class PublishingTaxonomy {

    private final Taxonomies taxonomies;
    private final Taxonomy taxonomy;

    PublishingTaxonomy(Taxonomies taxonomies) {
        this.taxonomies = taxonomies;
        this.taxonomy = ofThisRelease();
    }

    Taxonomy taxonomy() {
        return taxonomy;
    }

    @EventListener(ApplicationReadyEvent.class)
    void publish() {
        taxonomies.publish(taxonomy);
    }

    /// The resource `industries.json`, whose shape is [Taxonomy]'s.
    static Taxonomy ofThisRelease() {
        try (InputStream json = new ClassPathResource("industries.json").getInputStream()) {
            return Documents.EVENT_JSON.readValue(json, Taxonomy.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
