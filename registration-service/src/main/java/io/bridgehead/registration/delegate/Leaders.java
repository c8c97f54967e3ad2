package io.bridgehead.registration.delegate;

import io.bridgehead.platform.documents.Aggregates;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.DocumentExists;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.Transition;
import io.bridgehead.registration.delegate.Delegate.TakingPart;
import org.springframework.stereotype.Repository;

/// Who leads each delegation: a document under its id, claimed before the leader is written, so that of
/// two who are registered at once one gets it.
@Repository
class Leaders {

    private final Aggregates<Leader, Void> aggregates;
    private final Delegates delegates;

    Leaders(Documents documents, Delegates delegates) {
        this.aggregates =
                documents.aggregates(
                        "leaders",
                        Leader.class,
                        (_, _, _) -> {
                            throw new IllegalStateException("the delegates tell of themselves");
                        });
        this.delegates = delegates;
    }

    /// @param delegate an id
    public record Leader(String delegate) {}

    /// Makes the delegate the leader, unless another one leads.
    ///
    /// @return whether he is
    boolean claim(String delegation, String delegate) {
        Leader claimant = new Leader(delegate);
        Leader leader;
        try {
            leader =
                    aggregates
                            .create(delegation, CommandId.random(), Transition.none(claimant))
                            .state();
        } catch (DocumentExists _) {
            leader =
                    aggregates
                            .change(
                                    delegation,
                                    CommandId.random(),
                                    current ->
                                            Transition.none(
                                                    isFree(delegation, current)
                                                            ? claimant
                                                            : current))
                            .state();
        }
        return leader.equals(claimant);
    }

    /// Whoever is not written yet may be at this moment, and keeps what he has claimed.
    private boolean isFree(String delegation, Leader leader) {
        return delegates
                .find(leader.delegate())
                .filter(found ->
                        !(found instanceof TakingPart)
                                || !found.guest().leader()
                                || !found.guest().delegation().equals(delegation))
                .isPresent();
    }
}
