package io.bridgehead.matchmaking.suggestion;

import io.bridgehead.matchmaking.offer.CounterpartKind;
import io.bridgehead.matchmaking.offer.Offer;
import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.SignedInMayCall;
import io.bridgehead.platform.web.FieldError;
import io.bridgehead.platform.web.InvalidRequest;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SuggestionController {

    private final SuggestingMeetings suggesting;

    SuggestionController(SuggestingMeetings suggesting) {
        this.suggesting = suggesting;
    }

    record Counterpart(
            CounterpartKind kind,
            String id,
            String name,
            String organisation,
            String organisationName,
            String city) {}

    /// @param score 0 to 1
    record Answer(
            String project,
            String projectTitle,
            Counterpart counterpart,
            double score,
            List<Reason> reasons) {

        static Answer of(Suggestion suggestion) {
            Offer counterpart = suggestion.counterpartOffer();
            return new Answer(
                    suggestion.project(),
                    suggestion.projectOffer().name(),
                    new Counterpart(
                            suggestion.kind(),
                            suggestion.counterpart(),
                            counterpart.name(),
                            counterpart.side().organisation(),
                            counterpart.side().organisationName(),
                            counterpart.side().city()),
                    suggestion.match().points() / 100.0,
                    suggestion.match().reasons());
        }
    }

    /// For one of the three, the best first.
    @GetMapping("/api/v1/suggestions")
    @SignedInMayCall
    Page<Answer> suggestions(
            Caller caller,
            @RequestParam @Nullable String project,
            @RequestParam @Nullable String fund,
            @RequestParam @Nullable String pilotBase,
            PageQuery page) {
        if (Stream.of(project, fund, pilotBase).filter(Objects::nonNull).count() != 1) {
            throw new InvalidRequest(List.of(new FieldError("project", "one-of-three")));
        }
        List<Suggestion> found;
        if (project != null) {
            found = suggesting.forProject(caller, project);
        } else if (fund != null) {
            found = suggesting.forFund(caller, fund);
        } else {
            found = suggesting.forPilotBase(caller, Objects.requireNonNull(pilotBase));
        }
        return Ranking.page(found, page).map(Answer::of);
    }
}
