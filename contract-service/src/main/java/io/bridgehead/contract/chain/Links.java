package io.bridgehead.contract.chain;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Indexes;
import io.bridgehead.contract.agreement.Agreements;
import io.bridgehead.contract.agreement.Viewer;
import io.bridgehead.platform.documents.DocumentMissing;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.documents.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The chain's links: a document for each delegate, meeting and agreement, and in it only what that
/// aggregate's own events say. So it does not matter how the topics are read between one another.
@Repository
class Links {

    final View<DelegateLink> delegates;
    final View<MeetingLink> meetings;
    final View<AgreementLink> agreements;

    Links(Documents documents) {
        this.delegates = documents.view("chainDelegates", DelegateLink.class);
        this.meetings = documents.view("chainMeetings", MeetingLink.class);
        this.agreements =
                documents
                        .view("chainAgreements", AgreementLink.class)
                        .indexed(Indexes.ascending("state.edition", "_id"))
                        .indexed(Indexes.ascending("state.parties.city", "_id"))
                        .indexed(Indexes.ascending("state.parties.organisation", "_id"));
    }

    /// @throws DocumentMissing also where the viewer must not know of it
    Chain get(String agreement, Viewer viewer) {
        List<AgreementLink> found =
                agreements.find(and(eq("_id", agreement), Agreements.visibleTo(viewer)), 1);
        if (found.isEmpty()) {
            throw new DocumentMissing("chains", agreement);
        }
        return joined(found).getFirst();
    }

    Page<Chain> page(
            @Nullable String edition, @Nullable String city, Viewer viewer, PageQuery page) {
        List<Bson> filters = new ArrayList<>(List.of(Agreements.visibleTo(viewer)));
        if (edition != null) {
            filters.add(eq("state.edition", edition));
        }
        if (city != null) {
            filters.add(eq("state.parties.city", city));
        }
        Page<AgreementLink> found = agreements.page(and(filters), page);
        return new Page<>(joined(found.items()), found.next());
    }

    private List<Chain> joined(List<AgreementLink> found) {
        Map<String, MeetingLink> met =
                byId(
                        meetings.findAll(ids(found, link -> List.of(link.meeting()))),
                        MeetingLink::meeting);
        Map<String, DelegateLink> known =
                byId(delegates.findAll(ids(found, Chain::delegatesOf)), DelegateLink::delegate);
        return found.stream().map(link -> Chain.of(link, met.get(link.meeting()), known)).toList();
    }

    private static Collection<String> ids(
            List<AgreementLink> found, Function<AgreementLink, Collection<String>> ids) {
        return found.stream().map(ids).flatMap(Collection::stream).collect(Collectors.toSet());
    }

    private static <L> Map<String, L> byId(List<L> links, Function<L, String> id) {
        return links.stream().collect(Collectors.toMap(id, Function.identity()));
    }
}
