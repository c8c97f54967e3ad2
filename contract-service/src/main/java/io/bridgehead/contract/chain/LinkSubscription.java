package io.bridgehead.contract.chain;

import io.bridgehead.contract.chain.Heard.AgreementDrafted;
import io.bridgehead.contract.chain.Heard.AgreementSigned;
import io.bridgehead.contract.chain.Heard.DelegateChanged;
import io.bridgehead.contract.chain.Heard.DelegateRegistered;
import io.bridgehead.contract.chain.Heard.IntentRecorded;
import io.bridgehead.contract.chain.Heard.MeetingChanged;
import io.bridgehead.contract.chain.Heard.MeetingScheduled;
import io.bridgehead.contract.chain.Heard.SignatureGiven;
import io.bridgehead.platform.documents.View;
import io.bridgehead.platform.events.Event;
import io.bridgehead.platform.events.Subscription;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Hears all three services and keeps the chain's links. It can be dropped and read again from the
/// topics' beginning.
@Configuration(proxyBeanMethods = false)
class LinkSubscription {

    private final Links links;

    LinkSubscription(Links links) {
        this.links = links;
    }

    @Bean
    Subscription chainSubscription() {
        return Subscription.to(
                        "chain",
                        "bridgehead.registration",
                        "bridgehead.matchmaking",
                        "bridgehead.contract")
                .filling(links.delegates, links.meetings, links.agreements)
                .on("delegate.registered.v1", DelegateRegistered.class, this::registered)
                .on("delegate.approved.v1", DelegateChanged.class, becomes("approved"))
                .on("delegate.declined.v1", DelegateChanged.class, becomes("declined"))
                .on("delegate.waiting.v1", DelegateChanged.class, becomes("waiting"))
                .on("delegate.confirmed.v1", DelegateChanged.class, becomes("confirmed"))
                .on("delegate.withdrawn.v1", DelegateChanged.class, becomes("withdrawn"))
                .on("delegate.forgotten.v1", DelegateChanged.class, becomes(DelegateLink.FORGOTTEN))
                .on("meeting.requested.v1", MeetingChanged.class, isNow("requested"))
                .on("meeting.accepted.v1", MeetingChanged.class, isNow("accepted"))
                .on("meeting.declined.v1", MeetingChanged.class, isNow("declined"))
                .on("meeting.cancelled.v1", MeetingChanged.class, isNow("cancelled"))
                .on("meeting.unplaced.v1", MeetingChanged.class, isNow("unplaced"))
                .on("meeting.scheduled.v1", MeetingScheduled.class, this::scheduled)
                .on("intent.recorded.v1", IntentRecorded.class, this::intended)
                .on("agreement.drafted.v1", AgreementDrafted.class, this::drafted)
                .on("signature.given.v1", SignatureGiven.class, this::given)
                .on("agreement.signed.v1", AgreementSigned.class, this::signed)
                .build();
    }

    private void registered(Event<DelegateRegistered> event) {
        DelegateRegistered who = event.data();
        put(
                links.delegates,
                event,
                new DelegateLink(who.delegate(), who.name(), who.jobTitle(), "registered"));
    }

    private Consumer<Event<DelegateChanged>> becomes(String state) {
        return event -> change(links.delegates, event, delegate -> delegate.in(state));
    }

    private Consumer<Event<MeetingChanged>> isNow(String state) {
        return event ->
                put(links.meetings, event, MeetingLink.unscheduled(event.data().meeting(), state));
    }

    private void scheduled(Event<MeetingScheduled> event) {
        MeetingScheduled meeting = event.data();
        put(
                links.meetings,
                event,
                MeetingLink.scheduled(
                        meeting.meeting(),
                        new MeetingLink.Slot(meeting.slot().startsAt(), meeting.slot().endsAt()),
                        meeting.table()));
    }

    private void intended(Event<IntentRecorded> event) {
        IntentRecorded intent = event.data();
        change(
                links.meetings,
                event,
                meeting ->
                        meeting.with(
                                new MeetingLink.Intent(
                                        intent.intent(),
                                        intent.kind(),
                                        intent.title(),
                                        intent.recordedAt())));
    }

    private void drafted(Event<AgreementDrafted> event) {
        AgreementDrafted draft = event.data();
        put(
                links.agreements,
                event,
                new AgreementLink(
                        draft.agreement(),
                        draft.edition(),
                        draft.meeting(),
                        draft.intent(),
                        draft.kind(),
                        draft.title(),
                        draft.parties(),
                        List.of(),
                        null));
    }

    private void given(Event<SignatureGiven> event) {
        AgreementLink.Given signature =
                new AgreementLink.Given(event.data().organisation(), event.data().signedAt());
        change(links.agreements, event, agreement -> agreement.with(signature));
    }

    private void signed(Event<AgreementSigned> event) {
        change(links.agreements, event, agreement -> agreement.signed(event.data().signedAt()));
    }

    private static <L> void put(View<L> view, Event<?> event, L link) {
        view.apply(event.subject(), event.subject(), event.sequence(), _ -> link);
    }

    /// The events of one aggregate come in order, so there is something to change; where the first one
    /// was lost, what follows is parked for an operator to see.
    private static <L> void change(View<L> view, Event<?> event, UnaryOperator<L> change) {
        view.apply(
                event.subject(),
                event.subject(),
                event.sequence(),
                link -> {
                    if (link == null) {
                        throw new IllegalStateException(
                                event.type() + " comes before anything else of " + event.subject());
                    }
                    return change.apply(link);
                });
    }
}
