package io.bridgehead.registration.industry;

import io.bridgehead.platform.documents.Transition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// All industries, two levels deep. It is replaced as a whole; a code once given keeps its meaning.
///
/// @param version rises with every change
public record Taxonomy(int version, List<Industry> industries) {

    private static final Pattern GBT_4754 = Pattern.compile("\\d{2,4}");

    public Taxonomy {
        industries = List.copyOf(industries);
        Set<String> codes = new HashSet<>();
        for (Industry industry : industries) {
            require(codes.add(industry.code()), industry, "is there twice");
            require(
                    industry.parent() == null
                            || (codes.contains(industry.parent())
                                    && industry.code().startsWith(industry.parent() + ".")),
                    industry,
                    "does not stand below its parent");
            require(
                    !industry.gbt4754().isEmpty()
                            && industry.gbt4754().stream()
                                    .allMatch(code -> GBT_4754.matcher(code).matches()),
                    industry,
                    "is not mapped to GB/T 4754");
        }
    }

    private static void require(boolean condition, Industry industry, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(industry.code() + " " + otherwise);
        }
    }

    Transition<Taxonomy, TaxonomyPublished> publish() {
        return Transition.to(this, new TaxonomyPublished());
    }

    /// An older release that starts beside a newer one does not take its taxonomy back.
    Transition<Taxonomy, TaxonomyPublished> replaceBy(Taxonomy newer) {
        return newer.version > version ? newer.publish() : Transition.none(this);
    }

    /// The one thing that happens to a taxonomy.
    record TaxonomyPublished() {}
}
