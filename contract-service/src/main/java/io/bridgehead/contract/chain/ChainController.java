package io.bridgehead.contract.chain;

import io.bridgehead.contract.agreement.Viewer;
import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.MayCall;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.identity.TokenExpiry;
import io.bridgehead.platform.web.EventStream;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@RequestMapping("/api/v1/chains")
final class ChainController {

    private final Chains chains;
    private final ChainAnswers answers;
    private final ChainChanges changes;
    private final Clock clock;

    ChainController(Chains chains, ChainAnswers answers, ChainChanges changes, Clock clock) {
        this.chains = chains;
        this.answers = answers;
        this.changes = changes;
        this.clock = clock;
    }

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
            @RequestParam @Nullable String organisation,
            @RequestParam @Nullable List<Stage> stage,
            @RequestParam @Nullable String q,
            PageQuery page) {
        Chains.Filter filter =
                new Chains.Filter(
                        edition, city, organisation, stage == null ? List.of() : stage, q);
        return chains.page(filter, Viewer.of(caller), page).map(answers::answer);
    }

    /// Every change of a chain that the caller may see, until his token expires.
    @GetMapping(path = "/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @MayCall({
        Role.ORGANIZER,
        Role.CITY_OFFICER,
        Role.PARTNER_SYSTEM,
        Role.ORGANISATION,
        Role.SIGNATORY,
        Role.AUDITOR,
        Role.OPERATOR
    })
    SseEmitter changes(
            Caller caller,
            @RequestParam @Nullable String edition,
            @RequestParam @Nullable String city,
            @RequestHeader("Last-Event-ID") @Nullable String lastEventId) {
        Listener listener =
                changes.join(Viewer.of(caller), new Listener.Interest(edition, city), lastEventId);
        return EventStream.of("chain-changes", listener, TokenExpiry.ofThisRequest(), clock);
    }

    /// @param id the meeting's, which is the chain's own, or the agreement's
    @GetMapping("/{id}")
    @MayCall({
        Role.ORGANIZER,
        Role.CITY_OFFICER,
        Role.PARTNER_SYSTEM,
        Role.ORGANISATION,
        Role.SIGNATORY,
        Role.AUDITOR,
        Role.OPERATOR
    })
    ChainAnswer get(Caller caller, @PathVariable String id) {
        return answers.answer(chains.get(id, Viewer.of(caller)));
    }
}
