package io.bridgehead.contract.chain;

import io.bridgehead.contract.agreement.Agreement;
import io.bridgehead.contract.agreement.AgreementKind;
import io.bridgehead.contract.agreement.Viewer;
import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.MayCall;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.privacy.Masking;
import io.bridgehead.platform.privacy.Privacy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/chains")
final class ChainController {

    private final Links links;
    private final Privacy privacy;

    ChainController(Links links, Privacy privacy) {
        this.links = links;
        this.privacy = privacy;
    }

    /// @param missing which links have not arrived: `delegate`, `meeting`, `intent`, `signature`
    /// @param cityPair the parties' cities, the project's side first
    record ChainAnswer(
            String agreement,
            String edition,
            AgreementKind kind,
            String title,
            Agreement.State state,
            @Nullable Instant signedAt,
            boolean complete,
            List<String> missing,
            List<String> cityPair,
            MeetingLink.@Nullable Intent intent,
            @Nullable MeetingAnswer meeting,
            List<SideAnswer> sides) {}

    record MeetingAnswer(
            String id, MeetingLink.@Nullable Slot slot, @Nullable String table, String state) {

        static MeetingAnswer of(MeetingLink meeting) {
            return new MeetingAnswer(
                    meeting.meeting(), meeting.slot(), meeting.table(), meeting.state());
        }
    }

    record SideAnswer(
            String city,
            String organisation,
            String organisationName,
            @Nullable DelegateAnswer delegate,
            @Nullable Instant signedAt) {}

    /// @param maskedName null once the delegate is forgotten, and the job title with it
    record DelegateAnswer(
            String id, @Nullable String maskedName, @Nullable String jobTitle, String state) {}

    @GetMapping
    @MayCall({
        Role.ORGANIZER,
        Role.CITY_OFFICER,
        Role.PARTNER_SYSTEM,
        Role.ORGANISATION,
        Role.SIGNATORY,
        Role.AUDITOR,
        Role.OPERATOR
    })
    Page<ChainAnswer> list(
            Caller caller,
            @RequestParam @Nullable String edition,
            @RequestParam @Nullable String city,
            PageQuery page) {
        return links.page(edition, city, Viewer.of(caller), page).map(this::answer);
    }

    @GetMapping("/{agreement}")
    @MayCall({
        Role.ORGANIZER,
        Role.CITY_OFFICER,
        Role.PARTNER_SYSTEM,
        Role.ORGANISATION,
        Role.SIGNATORY,
        Role.AUDITOR,
        Role.OPERATOR
    })
    ChainAnswer get(Caller caller, @PathVariable String agreement) {
        return answer(links.get(agreement, Viewer.of(caller)));
    }

    private ChainAnswer answer(Chain chain) {
        AgreementLink agreement = chain.agreement();
        MeetingLink meeting = chain.meeting();
        return new ChainAnswer(
                agreement.agreement(),
                agreement.edition(),
                agreement.kind(),
                agreement.title(),
                agreement.state(),
                agreement.signedAt(),
                chain.missing().isEmpty(),
                chain.missing(),
                chain.sides().stream().map(side -> side.party().city()).toList(),
                chain.intent().orElse(null),
                meeting == null ? null : MeetingAnswer.of(meeting),
                chain.sides().stream().map(this::answer).toList());
    }

    private SideAnswer answer(Chain.Side side) {
        DelegateLink delegate = side.delegate();
        return new SideAnswer(
                side.party().city(),
                side.party().organisation(),
                side.party().organisationName(),
                delegate == null ? null : answer(delegate),
                side.signedAt());
    }

    /// Event and destroyed key reach this instance within a minute of one another, in either order:
    /// the first of them counts.
    private DelegateAnswer answer(DelegateLink delegate) {
        Optional<String> name =
                delegate.state().equals(DelegateLink.FORGOTTEN)
                        ? Optional.empty()
                        : privacy.reveal(delegate.name());
        return name.map(clear ->
                        new DelegateAnswer(
                                delegate.delegate(),
                                Masking.name(clear),
                                delegate.jobTitle(),
                                delegate.state()))
                .orElseGet(() ->
                        new DelegateAnswer(
                                delegate.delegate(), null, null, DelegateLink.FORGOTTEN));
    }
}
