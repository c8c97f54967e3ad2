package io.bridgehead.matchmaking.meeting;

import io.bridgehead.matchmaking.meeting.Meeting.Matter;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whose meetings a caller may know of: all of them, those that his city is a party to, those of the
/// organisations that he speaks for, or those that he takes part in.
///
/// @param city null when the caller sees for none
/// @param delegate id of the delegate that the caller is; null when he is none
record Viewer(
        boolean seesAll,
        @Nullable String city,
        Set<String> organisations,
        @Nullable String delegate) {

    private static final Role[] FOR_A_CITY = {
        Role.CITY_OFFICER, Role.PARTNER_SYSTEM, Role.RECEPTION, Role.DELEGATION_LEADER
    };

    private static final Role[] FOR_AN_ORGANISATION = {Role.ORGANISATION, Role.SIGNATORY};

    static Viewer of(Caller caller) {
        return new Viewer(
                caller.seesAll(),
                caller.isAny(FOR_A_CITY) ? caller.city() : null,
                caller.isAny(FOR_AN_ORGANISATION) ? caller.organisations() : Set.of(),
                caller.delegate());
    }

    boolean mayKnowOf(Matter matter) {
        return seesAll
                || matter.sides().stream()
                        .anyMatch(side ->
                                side.city().equals(city)
                                        || organisations.contains(side.organisation())
                                        || side.delegate().equals(delegate));
    }
}
