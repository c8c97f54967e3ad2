package io.bridgehead.registration.industry;

import io.bridgehead.platform.documents.OutgoingEvent;
import io.bridgehead.registration.BilingualText;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What others are told of the taxonomy: the whole of it, so that whoever keeps it needs no history.
final class TaxonomyAnnouncement {

    private TaxonomyAnnouncement() {}

    record IndustriesPublished(int version, List<PublishedIndustry> industries) {}

    record PublishedIndustry(
            String code, @Nullable String parent, BilingualText name, List<String> gbt4754) {}

    /// @param cities all of them: everyone tags with it
    static OutgoingEvent announce(Taxonomy taxonomy, Set<String> cities) {
        List<PublishedIndustry> industries =
                taxonomy.industries().stream()
                        .map(industry ->
                                new PublishedIndustry(
                                        industry.code(),
                                        industry.parent(),
                                        industry.name(),
                                        industry.gbt4754()))
                        .toList();
        return new OutgoingEvent(
                "industries.published.v1",
                cities,
                new IndustriesPublished(taxonomy.version(), industries));
    }
}
