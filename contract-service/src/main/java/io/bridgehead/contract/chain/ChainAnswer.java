package io.bridgehead.contract.chain;

import io.bridgehead.contract.agreement.AgreementKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A chain as the public API shows it.
///
/// @param id the meeting's
/// @param title the meeting's, or the agreement's while nothing is known of the meeting
/// @param project its id, as the meeting names it
/// @param cityPair the parties' cities, the project's side first
/// @param missing which links have not arrived: `delegate`, `meeting`, `intent`, `signature`
/// @param changedAt the time of the latest event of all that is in it
record ChainAnswer(
        String id,
        String edition,
        String title,
        Stage stage,
        @Nullable String project,
        MeetingLink.@Nullable Counterpart counterpart,
        List<String> cityPair,
        boolean complete,
        List<String> missing,
        Instant changedAt,
        @Nullable Meeting meeting,
        MeetingLink.@Nullable Intent intent,
        @Nullable Agreement agreement,
        List<Side> sides) {

    /// @param since when it came into its state
    /// @param reason why it was declined, in the words of whoever did, or why it has no place
    record Meeting(
            String id,
            MeetingLink.State state,
            Instant since,
            Instant requestedAt,
            @Nullable Instant acceptedAt,
            @Nullable Instant scheduledAt,
            MeetingLink.@Nullable Slot slot,
            @Nullable String table,
            @Nullable String reason) {

        static Meeting of(String id, MeetingLink meeting) {
            MeetingLink.Place place = meeting.place();
            return new Meeting(
                    id,
                    meeting.state(),
                    meeting.since(),
                    meeting.requestedAt(),
                    meeting.acceptedAt(),
                    meeting.scheduledAt(),
                    place == null ? null : place.slot(),
                    place == null ? null : place.table(),
                    meeting.reason());
        }
    }

    /// @param signedAt when the last party signed
    record Agreement(
            String id,
            AgreementKind kind,
            String title,
            io.bridgehead.contract.agreement.Agreement.State state,
            String documentDigest,
            Instant draftedAt,
            @Nullable Instant signedAt) {

        static Agreement of(AgreementLink agreement) {
            return new Agreement(
                    agreement.agreement(),
                    agreement.kind(),
                    agreement.title(),
                    agreement.state(),
                    agreement.documentDigest(),
                    agreement.draftedAt(),
                    agreement.signedAt());
        }
    }

    /// @param signedDigest of the document that it signed
    record Side(
            String city,
            String organisation,
            String organisationName,
            @Nullable Delegate delegate,
            @Nullable Instant signedAt,
            @Nullable String signedDigest) {}

    /// @param maskedName null once the delegate is forgotten, and the job title with it
    /// @param since when he came into his state
    record Delegate(
            String id,
            @Nullable String maskedName,
            @Nullable String jobTitle,
            String state,
            Instant since,
            Instant registeredAt,
            @Nullable Instant approvedAt,
            @Nullable Instant confirmedAt) {}
}
