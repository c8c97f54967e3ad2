package io.bridgehead.registration.industry;

import io.bridgehead.platform.documents.Aggregates;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.DocumentExists;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.registration.city.CitySettings;
import io.bridgehead.registration.industry.Taxonomy.TaxonomyPublished;
import org.springframework.stereotype.Repository;

/// The one document that remembers which taxonomy was published last.
@Repository
class Taxonomies {

    private static final String ID = "industries";

    private final Aggregates<Taxonomy, TaxonomyPublished> aggregates;

    Taxonomies(Documents documents, CitySettings settings) {
        this.aggregates =
                documents.aggregates(
                        "industries",
                        Taxonomy.class,
                        (_, taxonomy, _) ->
                                TaxonomyAnnouncement.announce(taxonomy, settings.codes()));
    }

    /// Once for each version, however many instances start with it.
    void publish(Taxonomy taxonomy) {
        CommandId command =
                CommandId.derivedFrom("publish", ID, Integer.toString(taxonomy.version()));
        try {
            var _ = aggregates.create(ID, command, taxonomy.publish());
        } catch (DocumentExists _) {
            var _ = aggregates.change(ID, command, published -> published.replaceBy(taxonomy));
        }
    }
}
