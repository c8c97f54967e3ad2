package io.bridgehead.contract.agreement;

import io.bridgehead.platform.documents.Aggregates;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Documents;
import org.springframework.stereotype.Repository;

@Repository
class RefusedDraftings {

    private final Aggregates<RefusedDrafting, RefusedDrafting.Refused> aggregates;

    RefusedDraftings(Documents documents) {
        this.aggregates =
                documents.aggregates(
                        "refusedDraftings", RefusedDrafting.class, RefusedDrafting::announce);
        aggregates.indexPending();
    }

    void record(CommandId command, RefusedDrafting refused) {
        var _ = aggregates.create(refused.id(), command, refused.refuse());
    }
}
