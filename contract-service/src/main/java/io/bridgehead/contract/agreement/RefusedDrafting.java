package io.bridgehead.contract.agreement;

import io.bridgehead.contract.agreement.Agreement.Origin;
import io.bridgehead.platform.documents.OutgoingEvent;
import io.bridgehead.platform.documents.Transition;
import java.util.List;
import java.util.Set;

/// A draft that could not be made of an intent. It is an aggregate of its own, so that the asker
/// learns of it by an event, as he would have learnt of the draft.
///
/// @param agreement the id that the draft would have had
/// @param reason a [DraftingRejection]'s
/// @param cities whose business it is
public record RefusedDrafting(
        String agreement,
        String edition,
        String meeting,
        String intent,
        String reason,
        List<String> cities) {

    /// It was refused: all that ever happens to it.
    record Refused() {}

    static RefusedDrafting of(
            String agreement, Origin origin, DraftingRejection rejection, Set<String> cities) {
        return new RefusedDrafting(
                agreement,
                origin.edition(),
                origin.meeting(),
                origin.intent(),
                rejection.reason(),
                cities.stream().sorted().toList());
    }

    /// Aggregate ids are unique in the service, and `agreement` itself is an agreement's.
    String id() {
        return agreement + "/refusal";
    }

    Transition<RefusedDrafting, Refused> refuse() {
        return Transition.to(this, new Refused());
    }

    static OutgoingEvent announce(String id, RefusedDrafting after, Refused event) {
        return new OutgoingEvent(
                "agreement.not-drafted.v1",
                Set.copyOf(after.cities()),
                new NotDrafted(
                        after.agreement(),
                        after.edition(),
                        after.meeting(),
                        after.intent(),
                        after.reason()));
    }

    record NotDrafted(
            String agreement, String edition, String meeting, String intent, String reason) {}
}
