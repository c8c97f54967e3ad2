package io.bridgehead.contract.chain;

import io.bridgehead.contract.agreement.Agreement.Party;
import io.bridgehead.contract.agreement.AgreementKind;
import io.bridgehead.platform.privacy.PersonalText;
import java.time.Instant;
import java.util.List;

/// The events that the chain is made of, as far as it needs them.
final class Heard {

    private Heard() {}

    /// `delegate.registered.v1`
    record DelegateRegistered(String delegate, String jobTitle, PersonalText name) {}

    /// Every later event of a delegate: its type says what has become of him.
    record DelegateChanged(String delegate) {}

    /// `meeting.requested.v1`
    record MeetingRequested(
            String meeting,
            String edition,
            String project,
            MeetingLink.Counterpart counterpart,
            String title,
            List<Party> sides) {

        MeetingLink.Matter matter() {
            return new MeetingLink.Matter(edition, title, project, counterpart, sides);
        }
    }

    /// Every later event of a meeting that says nothing else: its type says what has become of it.
    record MeetingChanged(String meeting) {}

    /// `meeting.declined.v1`, `meeting.unplaced.v1`
    record MeetingTurnedDown(String meeting, String reason) {}

    /// `meeting.scheduled.v1`
    record MeetingScheduled(String meeting, MeetingLink.Slot slot, String table) {}

    /// `intent.recorded.v1`
    record IntentRecorded(
            String intent, String meeting, String kind, String title, Instant recordedAt) {}

    /// `agreement.drafted.v1`
    record AgreementDrafted(
            String agreement,
            String edition,
            String meeting,
            String intent,
            AgreementKind kind,
            String title,
            List<Party> parties,
            String documentDigest) {}

    /// `signature.given.v1`
    record SignatureGiven(
            String agreement,
            String meeting,
            String organisation,
            String documentDigest,
            Instant signedAt) {}

    /// `agreement.signed.v1`
    record AgreementSigned(String agreement, String meeting, Instant signedAt) {}
}
