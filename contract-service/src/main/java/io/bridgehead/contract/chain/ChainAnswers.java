package io.bridgehead.contract.chain;

import io.bridgehead.platform.privacy.Masking;
import io.bridgehead.platform.privacy.Privacy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Shows chains, with names masked.
@Component
class ChainAnswers {

    private final Privacy privacy;

    ChainAnswers(Privacy privacy) {
        this.privacy = privacy;
    }

    ChainAnswer answer(Chain chain) {
        ChainRecord kept = chain.kept();
        MeetingLink meeting = kept.meeting();
        AgreementLink agreement = kept.agreement();
        return new ChainAnswer(
                kept.id(),
                kept.edition(),
                kept.title(),
                kept.stage(),
                meeting == null ? null : meeting.matter().project(),
                meeting == null ? null : meeting.matter().counterpart(),
                chain.sides().stream().map(side -> side.party().city()).toList(),
                chain.missing().isEmpty(),
                chain.missing(),
                chain.changedAt(),
                meeting == null ? null : ChainAnswer.Meeting.of(kept.id(), meeting),
                chain.intent().orElse(null),
                agreement == null ? null : ChainAnswer.Agreement.of(agreement),
                chain.sides().stream().map(this::answer).toList());
    }

    private ChainAnswer.Side answer(Chain.Side side) {
        DelegateLink delegate = side.delegate();
        AgreementLink.@Nullable Given signature = side.signature();
        return new ChainAnswer.Side(
                side.party().city(),
                side.party().organisation(),
                side.party().organisationName(),
                delegate == null ? null : answer(delegate),
                signature == null ? null : signature.signedAt(),
                signature == null ? null : signature.documentDigest());
    }

    /// Event and destroyed key reach this instance within a minute of one another, in either order:
    /// the first of them counts.
    private ChainAnswer.Delegate answer(DelegateLink delegate) {
        Optional<String> name =
                delegate.state().equals(DelegateLink.FORGOTTEN)
                        ? Optional.empty()
                        : privacy.reveal(delegate.name());
        return new ChainAnswer.Delegate(
                delegate.delegate(),
                name.map(Masking::name).orElse(null),
                name.isPresent() ? delegate.jobTitle() : null,
                name.isPresent() ? delegate.state() : DelegateLink.FORGOTTEN,
                delegate.since(),
                delegate.registeredAt(),
                delegate.approvedAt(),
                delegate.confirmedAt());
    }
}
