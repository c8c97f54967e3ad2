package io.bridgehead.contract.chain;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.client.model.Indexes;
import io.bridgehead.contract.agreement.Agreements;
import io.bridgehead.contract.agreement.Viewer;
import io.bridgehead.platform.documents.DocumentMissing;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.documents.View;
import io.bridgehead.platform.documents.WireNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// A document for each meeting, which its agreement's events feed too, and one for each delegate. They
/// are joined when they are read.
@Repository
class Chains {

    private static final String EDITION = "state.edition";
    private static final String CITIES = "state.parties.city";
    private static final String ORGANISATIONS = "state.parties.organisation";
    private static final String DELEGATES = "state.parties.delegate";
    private static final String AGREEMENT = "state.agreement.agreement";

    final View<DelegateLink> delegates;
    final View<ChainRecord> records;

    Chains(Documents documents) {
        this.delegates = documents.view("chainDelegates", DelegateLink.class);
        this.records =
                documents
                        .view("chains", ChainRecord.class)
                        .indexed(Indexes.ascending(EDITION, "_id"))
                        .indexed(Indexes.ascending(CITIES, "_id"))
                        .indexed(Indexes.ascending(ORGANISATIONS, "_id"))
                        .indexed(Indexes.ascending(DELEGATES))
                        .indexed(Indexes.ascending(AGREEMENT));
    }

    /// Which chains of a list are asked for; null does not narrow.
    ///
    /// @param city of either side
    /// @param organisation of either side
    /// @param stages any of them; an empty list does not narrow
    /// @param part of the meeting's or the agreement's title, or of an organisation's name, in any case
    record Filter(
            @Nullable String edition,
            @Nullable String city,
            @Nullable String organisation,
            List<Stage> stages,
            @Nullable String part) {

        static final Filter NONE = new Filter(null, null, null, List.of(), null);
    }

    /// @param id the meeting's or the agreement's
    /// @throws DocumentMissing also where the viewer must not know of it
    Chain get(String id, Viewer viewer) {
        Bson either = or(eq("_id", id), eq(AGREEMENT, id));
        List<ChainRecord> found = records.find(and(either, Agreements.visibleTo(viewer)), 1);
        if (found.isEmpty()) {
            throw new DocumentMissing("chains", id);
        }
        return joined(found).getFirst();
    }

    Page<Chain> page(Filter filter, Viewer viewer, PageQuery page) {
        List<Bson> filters = new ArrayList<>(List.of(Agreements.visibleTo(viewer)));
        if (filter.edition() != null) {
            filters.add(eq(EDITION, filter.edition()));
        }
        if (filter.city() != null) {
            filters.add(eq(CITIES, filter.city()));
        }
        if (filter.organisation() != null) {
            filters.add(eq(ORGANISATIONS, filter.organisation()));
        }
        if (!filter.stages().isEmpty()) {
            filters.add(in("state.stage", filter.stages().stream().map(WireNames::of).toList()));
        }
        if (filter.part() != null) {
            if (filter.part().indexOf('\0') >= 0) {
                // BSON cannot write such a pattern.
                return new Page<>(List.of(), null);
            }
            String quoted = Pattern.quote(filter.part());
            filters.add(
                    or(
                            regex("state.title", quoted, "i"),
                            regex("state.agreement.title", quoted, "i"),
                            regex("state.parties.organisationName", quoted, "i")));
        }
        Page<ChainRecord> found = records.page(and(filters), page);
        return new Page<>(joined(found.items()), found.next());
    }

    List<Chain> all(Collection<String> ids) {
        return joined(records.findAll(ids));
    }

    /// The chains that these delegates stand in.
    List<ChainRecord> of(Collection<String> people) {
        return people.isEmpty()
                ? List.of()
                : records.find(in(DELEGATES, people), Integer.MAX_VALUE);
    }

    private List<Chain> joined(List<ChainRecord> found) {
        Set<String> ids =
                found.stream()
                        .flatMap(kept -> Chain.delegatesOf(kept).stream())
                        .collect(Collectors.toSet());
        Map<String, DelegateLink> known =
                delegates.findAll(ids).stream()
                        .collect(Collectors.toMap(DelegateLink::delegate, Function.identity()));
        return found.stream().map(kept -> Chain.of(kept, known)).toList();
    }
}
