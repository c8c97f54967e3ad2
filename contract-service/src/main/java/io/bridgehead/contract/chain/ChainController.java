package io.bridgehead.contract.chain;

import io.bridgehead.contract.agreement.Viewer;
import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.MayCall;
import io.bridgehead.platform.identity.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/chains")
final class ChainController {

    private final Chains chains;
    private final ChainAnswers answers;

    ChainController(Chains chains, ChainAnswers answers) {
        this.chains = chains;
        this.answers = answers;
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
