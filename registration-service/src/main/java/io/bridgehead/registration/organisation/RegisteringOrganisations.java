package io.bridgehead.registration.organisation;

import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.DocumentExists;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.NotAllowed;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.web.FieldError;
import io.bridgehead.platform.web.InvalidRequest;
import io.bridgehead.registration.city.CitySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// A city registers an organisation, by itself or as the employer of someone whom it sends.
@Service
public class RegisteringOrganisations {

    private final Organisations organisations;
    private final CitySettings cities;

    RegisteringOrganisations(Organisations organisations, CitySettings cities) {
        this.organisations = organisations;
        this.cities = cities;
    }

    /// @param city the caller's when null; only an organizer may name another one
    Versioned<Organisation> register(
            Caller caller,
            CommandId command,
            String code,
            String name,
            OrganisationKind kind,
            @Nullable String city) {
        String of = Objects.requireNonNullElse(city, Objects.requireNonNullElse(caller.city(), ""));
        List<FieldError> errors = new ArrayList<>();
        if (!CreditCode.isValid(code)) {
            errors.add(new FieldError("organisation", "credit-code-malformed"));
        }
        if (cities.find(of).isEmpty()) {
            errors.add(new FieldError("city", "unknown-city"));
        }
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
        if (!caller.actsForCity(of) && !caller.is(Role.ORGANIZER)) {
            throw new NotAllowed("register an organisation of " + of);
        }
        return organisations.register(code, command, new Organisation(name, kind, of));
    }

    /// The organisation of this code as it is known; as given, when it is not known yet.
    public Organisation registerUnlessKnown(
            CommandId command, String code, Organisation organisation) {
        return organisations
                .find(code)
                .orElseGet(() -> {
                    try {
                        return organisations.register(code, command, organisation);
                    } catch (DocumentExists _) {
                        return organisations.get(code);
                    }
                })
                .state();
    }
}
