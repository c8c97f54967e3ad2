package io.bridgehead.contract.chain;

import io.bridgehead.contract.agreement.Agreement.Party;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A chain as it is kept: one for each meeting, of a part that the meeting's own events say and a part
/// that its agreement's do. The two come by different topics, in any order between one another; what
/// stands beside them follows from the two, and is there to be searched.
///
/// @param id the meeting's
/// @param title the meeting's, or the agreement's while nothing is known of the meeting
/// @param parties the project's side first
/// @param changedAt the time of the latest event of the two
public record ChainRecord(
        String id,
        String edition,
        String title,
        Stage stage,
        List<Party> parties,
        Instant changedAt,
        @Nullable MeetingLink meeting,
        @Nullable AgreementLink agreement) {

    public ChainRecord {
        parties = List.copyOf(parties);
    }

    static ChainRecord of(
            @Nullable ChainRecord before, String id, MeetingLink meeting, Instant at) {
        AgreementLink agreement = before == null ? null : before.agreement();
        MeetingLink.Matter matter = meeting.matter();
        return new ChainRecord(
                id,
                matter.edition(),
                matter.title(),
                agreement == null ? Stage.of(meeting.state()) : Stage.of(agreement.state()),
                matter.sides(),
                latest(before, at),
                meeting,
                agreement);
    }

    static ChainRecord of(
            @Nullable ChainRecord before, String id, AgreementLink agreement, Instant at) {
        MeetingLink meeting = before == null ? null : before.meeting();
        return new ChainRecord(
                id,
                meeting == null ? agreement.edition() : meeting.matter().edition(),
                meeting == null ? agreement.title() : meeting.matter().title(),
                Stage.of(agreement.state()),
                meeting == null ? agreement.parties() : meeting.matter().sides(),
                latest(before, at),
                meeting,
                agreement);
    }

    private static Instant latest(@Nullable ChainRecord before, Instant at) {
        return before == null || before.changedAt().isBefore(at) ? at : before.changedAt();
    }
}
