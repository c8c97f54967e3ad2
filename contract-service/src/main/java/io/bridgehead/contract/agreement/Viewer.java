package io.bridgehead.contract.agreement;

import io.bridgehead.contract.agreement.Agreement.Party;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.Role;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whose agreements, and what hangs on them, a caller may know of: all of them, those that his city is
/// a party to, or those of the organisations that he speaks for.
///
/// @param city null when the caller acts for none
public record Viewer(boolean seesAll, @Nullable String city, Set<String> organisations) {

    public Viewer {
        organisations = Set.copyOf(organisations);
    }

    public static Viewer of(Caller caller) {
        String city = caller.city();
        return new Viewer(
                caller.seesAll(),
                city != null && caller.actsForCity(city) ? city : null,
                caller.isAny(Role.ORGANISATION, Role.SIGNATORY)
                        ? caller.organisations()
                        : Set.of());
    }

    /// The same in memory as [Agreements#visibleTo] in the database.
    public boolean mayKnowOf(Collection<Party> parties) {
        return seesAll
                || parties.stream()
                        .anyMatch(party ->
                                party.city().equals(city)
                                        || organisations.contains(party.organisation()));
    }
}
