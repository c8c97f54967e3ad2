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

    /// Every event of a meeting without a slot: its type says what has become of it.
    record MeetingChanged(String meeting) {}

    /// `meeting.scheduled.v1`
    record MeetingScheduled(String meeting, Slot slot, String table) {

        record Slot(Instant startsAt, Instant endsAt) {}
    }

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
            List<Party> parties) {}

    /// `signature.given.v1`
    record SignatureGiven(String agreement, String organisation, Instant signedAt) {}

    /// `agreement.signed.v1`
    record AgreementSigned(String agreement, Instant signedAt) {}
}
