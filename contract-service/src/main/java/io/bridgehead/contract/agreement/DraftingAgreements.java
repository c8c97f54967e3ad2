package io.bridgehead.contract.agreement;

import io.bridgehead.contract.agreement.Agreement.Origin;
import io.bridgehead.contract.agreement.Agreement.Party;
import io.bridgehead.contract.agreement.Agreement.Terms;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.WireNames;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Makes a draft of what two sides of a meeting intend; where that cannot be, says why to whoever
/// asked for it.
@Service
public class DraftingAgreements {

    private final Agreements agreements;
    private final RefusedDraftings refused;

    DraftingAgreements(Agreements agreements, RefusedDraftings refused) {
        this.agreements = agreements;
        this.refused = refused;
    }

    /// What is asked for, as the asker calls it.
    ///
    /// @param kind an [AgreementKind]'s name on the wire, or one that we do not know
    public record Request(
            Origin origin,
            String kind,
            String title,
            String summary,
            @Nullable Money amount,
            List<Party> parties) {}

    /// @param command the same whenever the same draft is asked for: nothing is drafted twice
    /// @param cities whose business the answer is, also where the parties make no sense
    public void draft(CommandId command, Request request, Set<String> cities) {
        String id = command.idOf("agreement");
        try {
            Terms terms = new Terms(kind(request.kind()), request.summary(), request.amount());
            var _ =
                    agreements.create(
                            id,
                            command,
                            Agreement.draft(
                                    id,
                                    request.origin(),
                                    request.title(),
                                    terms,
                                    request.parties()));
        } catch (DraftingRejection rejection) {
            refused.record(command, RefusedDrafting.of(id, request.origin(), rejection, cities));
        }
    }

    private static AgreementKind kind(String name) {
        try {
            return WireNames.parse(AgreementKind.class, name);
        } catch (IllegalArgumentException _) {
            throw new DraftingRejection.UnknownKind(name);
        }
    }
}
