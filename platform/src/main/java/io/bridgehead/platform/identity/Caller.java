package io.bridgehead.platform.identity;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who calls, as the verified token says; never from a body. A controller method takes it as a
/// parameter.
///
/// @param subject the realm's id of the account
/// @param city code of the city that the account belongs to
/// @param division GB/T 2260 code of a county, for an officer of one
/// @param organisations unified social credit codes that the account speaks for
/// @param delegate id of the delegate that the account is, in registration-service
public record Caller(
        String subject,
        @Nullable String city,
        @Nullable String division,
        Set<String> organisations,
        @Nullable String delegate,
        Set<Role> roles) {

    public Caller {
        organisations = Set.copyOf(organisations);
        roles = Set.copyOf(roles);
    }

    /// Whose account is no delegate's.
    public Caller(
            String subject,
            @Nullable String city,
            @Nullable String division,
            Set<String> organisations,
            Set<Role> roles) {
        this(subject, city, division, organisations, null, roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean isAny(Role... anyOf) {
        return Arrays.stream(anyOf).anyMatch(roles::contains);
    }

    /// Writes in this city's name: its officer, its system, or the organizer whose city it is.
    public boolean actsForCity(String code) {
        return code.equals(city) && isAny(Role.CITY_OFFICER, Role.PARTNER_SYSTEM, Role.ORGANIZER);
    }

    /// @param organisation a unified social credit code
    public boolean speaksFor(String organisation) {
        return organisations.contains(organisation) && isAny(Role.ORGANISATION, Role.SIGNATORY);
    }

    /// Sees what the event's rules open across the cities.
    public boolean seesAll() {
        return isAny(Role.ORGANIZER, Role.AUDITOR, Role.OPERATOR);
    }
}
