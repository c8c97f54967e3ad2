package io.bridgehead.registration.delegation;

import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.DocumentMissing;
import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.NotAllowed;
import io.bridgehead.platform.web.FieldError;
import io.bridgehead.platform.web.InvalidRequest;
import io.bridgehead.registration.edition.Edition;
import io.bridgehead.registration.edition.Editions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// A city that is invited registers its delegations, and sees them; no other city does.
@Service
class RegisteringDelegations {

    private final Delegations delegations;
    private final Editions editions;

    RegisteringDelegations(Delegations delegations, Editions editions) {
        this.delegations = delegations;
        this.editions = editions;
    }

    Versioned<Delegation> register(Caller caller, CommandId command, String edition, String name) {
        String city = caller.city();
        if (city == null) {
            throw new NotAllowed("register a delegation of no city");
        }
        Optional<Edition> opened = editions.find(edition);
        if (opened.isEmpty()) {
            throw new InvalidRequest(List.of(new FieldError("edition", "unknown-edition")));
        }
        if (!opened.get().invites(city)) {
            throw new InvalidRequest(List.of(new FieldError("edition", "city-not-invited", city)));
        }
        return delegations.register(command, new Delegation(edition, city, name));
    }

    /// @throws DocumentMissing when there is none, or none that this caller may know of
    Versioned<Delegation> visible(Caller caller, String id) {
        Versioned<Delegation> delegation = delegations.get(id);
        if (!caller.seesAll() && !delegation.state().city().equals(caller.city())) {
            throw new DocumentMissing("delegations", id);
        }
        return delegation;
    }

    /// One that this caller may send people with.
    ///
    /// @throws NotAllowed when it is another city's, and the caller may know of it
    Versioned<Delegation> own(Caller caller, String id) {
        Versioned<Delegation> delegation = visible(caller, id);
        if (!delegation.state().city().equals(caller.city())) {
            throw new NotAllowed("send people with " + id);
        }
        return delegation;
    }

    Page<Versioned<Delegation>> page(
            Caller caller,
            @Nullable String edition,
            @Nullable String city,
            @Nullable String q,
            PageQuery page) {
        if (caller.seesAll()) {
            return delegations.page(edition, city, q, page);
        }
        String own = caller.city();
        if (own == null || (city != null && !city.equals(own))) {
            return new Page<>(List.of(), null);
        }
        return delegations.page(edition, own, q, page);
    }
}
