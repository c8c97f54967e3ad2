package io.bridgehead.platform.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a caller may be, as the realm names it.
public enum Role {
    ORGANIZER,
    CITY_OFFICER,
    RECEPTION,
    DELEGATION_LEADER,
    DELEGATE,
    /// Speaks for an enterprise, institute or fund.
    ORGANISATION,
    JUDGE,
    SIGNATORY,
    AUDITOR,
    OPERATOR,
    /// A partner city's own system, signed in with client credentials.
    PARTNER_SYSTEM;

    /// The realm's name: `city-officer`.
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @return nothing for a role that is not ours: the realm gives everyone some of its own
    static Optional<Role> ofWire(String name) {
        return Arrays.stream(values()).filter(role -> role.wire().equals(name)).findFirst();
    }
}
