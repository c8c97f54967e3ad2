package io.bridgehead.matchmaking.offer;

import io.bridgehead.matchmaking.registration.AwaitingNews;
import io.bridgehead.matchmaking.registration.Delegate;
import io.bridgehead.matchmaking.registration.Delegates;
import io.bridgehead.matchmaking.registration.Edition;
import io.bridgehead.matchmaking.registration.Editions;
import io.bridgehead.matchmaking.registration.Industries;
import io.bridgehead.matchmaking.registration.Taxonomy;
import io.bridgehead.platform.documents.WireNames;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.NotAllowed;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.web.FieldError;
import io.bridgehead.platform.web.InvalidRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Holds an offer against what registration has told us, and against who brings it: the contact is a
/// confirmed delegate of the caller's city, whom he acts for, and every code names something.
@Service
public class CheckingOffers {

    private final Editions editions;
    private final Industries industries;
    private final Delegates delegates;
    private final AwaitingNews news;

    CheckingOffers(
            Editions editions, Industries industries, Delegates delegates, AwaitingNews news) {
        this.editions = editions;
        this.industries = industries;
        this.delegates = delegates;
        this.news = news;
    }

    /// What all offers name.
    ///
    /// @param organisation unified social credit code
    /// @param contact a delegate's id
    public record Draft(
            String edition,
            String organisation,
            String organisationName,
            String contact,
            Codes industries,
            Codes cities,
            List<String> conflicts) {}

    /// @param field where the request has them
    public record Codes(String field, List<String> codes) {

        public static final Codes NONE = new Codes("", List.of());
    }

    /// @param others what is wrong with the rest of the request, to be told with the answer to this
    /// @return who stands behind it
    /// @throws InvalidRequest naming every field that is wrong
    /// @throws NotAllowed when the caller may not bring it
    public Side check(Caller caller, Draft draft, List<FieldError> others) {
        if (!actsFor(caller, draft.organisation())) {
            throw new NotAllowed("offer for " + draft.organisation());
        }
        List<FieldError> slips = new ArrayList<>(others);
        slips.addAll(malformedCodes(draft));
        // What is wrong for good is told at once; only for news is it worth waiting.
        List<FieldError> unknown =
                news.until(
                        errors -> errors.isEmpty() || !slips.isEmpty(),
                        () -> unknown(caller, draft));
        if (!slips.isEmpty() || !unknown.isEmpty()) {
            slips.addAll(unknown);
            throw new InvalidRequest(slips);
        }
        Delegate contact = delegates.find(draft.contact()).orElseThrow();
        return new Side(
                contact.city(), draft.organisation(), draft.organisationName(), contact.id());
    }

    /// A city's officer and system act for all of its organisations.
    private static boolean actsFor(Caller caller, String organisation) {
        return caller.isAny(Role.CITY_OFFICER, Role.PARTNER_SYSTEM)
                || caller.speaksFor(organisation);
    }

    private static List<FieldError> malformedCodes(Draft draft) {
        List<FieldError> errors = new ArrayList<>();
        if (!CreditCode.isValid(draft.organisation())) {
            errors.add(new FieldError("organisation", "credit-code-malformed"));
        }
        for (int i = 0; i < draft.conflicts().size(); i++) {
            if (!CreditCode.isValid(draft.conflicts().get(i))) {
                errors.add(new FieldError("conflicts[" + i + "]", "credit-code-malformed"));
            }
        }
        return errors;
    }

    private List<FieldError> unknown(Caller caller, Draft draft) {
        List<FieldError> errors = new ArrayList<>();
        Optional<Edition> edition = editions.find(draft.edition());
        if (edition.isEmpty()) {
            errors.add(new FieldError("edition", "edition-not-known-yet"));
        }
        contactError(caller, draft).ifPresent(errors::add);
        Taxonomy taxonomy = industries.taxonomy();
        Codes tags = draft.industries();
        for (int i = 0; i < tags.codes().size(); i++) {
            if (!taxonomy.knows(tags.codes().get(i))) {
                errors.add(new FieldError(tags.field() + "[" + i + "]", "industry-unknown"));
            }
        }
        Codes cities = draft.cities();
        for (int i = 0; i < cities.codes().size(); i++) {
            String city = cities.codes().get(i);
            if (edition.filter(known -> !known.invites(city)).isPresent()) {
                errors.add(new FieldError(cities.field() + "[" + i + "]", "city-not-invited"));
            }
        }
        return errors;
    }

    /// Of another's delegates nothing is told, not even what is wrong with them.
    private Optional<FieldError> contactError(Caller caller, Draft draft) {
        Optional<Delegate> known = delegates.find(draft.contact());
        if (known.isEmpty()) {
            return Optional.of(new FieldError("contact", "contact-not-known-yet"));
        }
        Delegate contact = known.get();
        if (!contact.city().equals(caller.city()) || !actsFor(caller, contact.organisation())) {
            throw new NotAllowed("offer in the name of " + contact.id());
        }
        if (!contact.edition().equals(draft.edition())) {
            return Optional.of(new FieldError("contact", "contact-of-another-edition"));
        }
        return contact.isConfirmed()
                ? Optional.empty()
                : Optional.of(
                        new FieldError(
                                "contact", "contact-not-confirmed", WireNames.of(contact.state())));
    }
}
