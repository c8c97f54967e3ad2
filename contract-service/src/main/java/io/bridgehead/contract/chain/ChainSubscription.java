package io.bridgehead.contract.chain;

import io.bridgehead.contract.chain.Heard.AgreementDrafted;
import io.bridgehead.contract.chain.Heard.AgreementSigned;
import io.bridgehead.contract.chain.Heard.DelegateChanged;
import io.bridgehead.contract.chain.Heard.DelegateRegistered;
import io.bridgehead.contract.chain.Heard.IntentRecorded;
import io.bridgehead.contract.chain.Heard.MeetingChanged;
import io.bridgehead.contract.chain.Heard.MeetingRequested;
import io.bridgehead.contract.chain.Heard.MeetingScheduled;
import io.bridgehead.contract.chain.Heard.MeetingTurnedDown;
import io.bridgehead.contract.chain.Heard.SignatureGiven;
import io.bridgehead.platform.events.Event;
import io.bridgehead.platform.events.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Hears all three services and keeps the chains and their delegates. It can be dropped and read again
/// from the topics' beginning.
@Configuration(proxyBeanMethods = false)
class ChainSubscription {

    static final String[] TOPICS = {
        "bridgehead.registration", "bridgehead.matchmaking", "bridgehead.contract"
    };

    private final Chains chains;

    ChainSubscription(Chains chains) {
        this.chains = chains;
    }

    @Bean
    Subscription chainsHeard() {
        return Subscription.to("chain", TOPICS)
                .filling(chains.delegates, chains.records)
                .on("delegate.registered.v1", DelegateRegistered.class, this::registered)
                .on("delegate.approved.v1", DelegateChanged.class, is(DelegateLink::approved))
                .on("delegate.confirmed.v1", DelegateChanged.class, is(DelegateLink::confirmed))
                .on("delegate.declined.v1", DelegateChanged.class, becomes("declined"))
                .on("delegate.waiting.v1", DelegateChanged.class, becomes("waiting"))
                .on("delegate.withdrawn.v1", DelegateChanged.class, becomes("withdrawn"))
                .on("delegate.forgotten.v1", DelegateChanged.class, becomes(DelegateLink.FORGOTTEN))
                .on("meeting.requested.v1", MeetingRequested.class, this::requested)
                .on("meeting.accepted.v1", MeetingChanged.class, this::accepted)
                .on("meeting.unplaced.v1", MeetingTurnedDown.class, this::unplaced)
                .on("meeting.scheduled.v1", MeetingScheduled.class, this::scheduled)
                .on("meeting.declined.v1", MeetingTurnedDown.class, this::declined)
                .on("meeting.cancelled.v1", MeetingChanged.class, this::cancelled)
                .on("intent.recorded.v1", IntentRecorded.class, this::intended)
                .on("agreement.drafted.v1", AgreementDrafted.class, this::drafted)
                .on("signature.given.v1", SignatureGiven.class, this::given)
                .on("agreement.signed.v1", AgreementSigned.class, this::signed)
                .build();
    }

    // --- delegates

    private void registered(Event<DelegateRegistered> event) {
        DelegateRegistered who = event.data();
        DelegateLink delegate =
                DelegateLink.registered(who.delegate(), who.name(), who.jobTitle(), event.time());
        chains.delegates.apply(event.subject(), event.subject(), event.sequence(), _ -> delegate);
    }

    private Consumer<Event<DelegateChanged>> becomes(String state) {
        return is((delegate, at) -> delegate.in(state, at));
    }

    private Consumer<Event<DelegateChanged>> is(
            BiFunction<DelegateLink, Instant, DelegateLink> change) {
        return event ->
                chains.delegates.apply(
                        event.subject(),
                        event.subject(),
                        event.sequence(),
                        delegate -> change.apply(known(delegate, event), event.time()));
    }

    // --- meetings

    private void requested(Event<MeetingRequested> event) {
        MeetingLink meeting = MeetingLink.requested(event.data().matter(), event.time());
        change(
                event.subject(),
                event,
                record -> ChainRecord.of(record, event.subject(), meeting, event.time()));
    }

    private void accepted(Event<MeetingChanged> event) {
        changeMeeting(event, meeting -> meeting.accepted(event.time()));
    }

    private void unplaced(Event<MeetingTurnedDown> event) {
        String reason = event.data().reason();
        changeMeeting(
                event,
                meeting -> meeting.without(MeetingLink.State.UNPLACED, reason, event.time()));
    }

    private void scheduled(Event<MeetingScheduled> event) {
        MeetingLink.Place place = new MeetingLink.Place(event.data().slot(), event.data().table());
        changeMeeting(event, meeting -> meeting.scheduled(place, event.time()));
    }

    private void declined(Event<MeetingTurnedDown> event) {
        String reason = event.data().reason();
        changeMeeting(
                event,
                meeting -> meeting.without(MeetingLink.State.DECLINED, reason, event.time()));
    }

    private void cancelled(Event<MeetingChanged> event) {
        changeMeeting(
                event, meeting -> meeting.without(MeetingLink.State.CANCELLED, null, event.time()));
    }

    private void intended(Event<IntentRecorded> event) {
        IntentRecorded intent = event.data();
        changeMeeting(
                event,
                meeting ->
                        meeting.with(
                                new MeetingLink.Intent(
                                        intent.intent(),
                                        intent.kind(),
                                        intent.title(),
                                        intent.recordedAt())));
    }

    private void changeMeeting(Event<?> event, UnaryOperator<MeetingLink> change) {
        String id = event.subject();
        change(
                id,
                event,
                record -> {
                    MeetingLink meeting = known(record == null ? null : record.meeting(), event);
                    return ChainRecord.of(record, id, change.apply(meeting), event.time());
                });
    }

    // --- agreements

    private void drafted(Event<AgreementDrafted> event) {
        AgreementDrafted draft = event.data();
        AgreementLink agreement =
                new AgreementLink(
                        draft.agreement(),
                        draft.edition(),
                        draft.intent(),
                        draft.kind(),
                        draft.title(),
                        draft.parties(),
                        draft.documentDigest(),
                        event.time(),
                        List.of(),
                        null);
        change(
                draft.meeting(),
                event,
                record -> {
                    if (record != null && record.agreement() != null) {
                        // An intent is recorded once, and drafted once.
                        throw new IllegalStateException(
                                "a second agreement of the meeting " + draft.meeting());
                    }
                    return ChainRecord.of(record, draft.meeting(), agreement, event.time());
                });
    }

    private void given(Event<SignatureGiven> event) {
        SignatureGiven signature = event.data();
        changeAgreement(
                signature.meeting(),
                event,
                agreement ->
                        agreement.with(
                                new AgreementLink.Given(
                                        signature.organisation(),
                                        signature.documentDigest(),
                                        signature.signedAt())));
    }

    private void signed(Event<AgreementSigned> event) {
        changeAgreement(
                event.data().meeting(),
                event,
                agreement -> agreement.signed(event.data().signedAt()));
    }

    private void changeAgreement(
            String chain, Event<?> event, UnaryOperator<AgreementLink> change) {
        change(
                chain,
                event,
                record -> {
                    AgreementLink agreement =
                            known(record == null ? null : record.agreement(), event);
                    return ChainRecord.of(record, chain, change.apply(agreement), event.time());
                });
    }

    // --- both

    private void change(String chain, Event<?> event, UnaryOperator<@Nullable ChainRecord> change) {
        chains.records.apply(chain, event.subject(), event.sequence(), change);
    }

    /// The events of one aggregate come in order, so there is something to change; where the first one
    /// was lost, what follows is parked for an operator to see.
    private static <L> L known(@Nullable L link, Event<?> event) {
        if (link == null) {
            throw new IllegalStateException(
                    event.type() + " comes before anything else of " + event.subject());
        }
        return link;
    }
}
