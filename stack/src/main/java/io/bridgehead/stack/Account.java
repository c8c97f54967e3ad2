package io.bridgehead.stack;

import java.util.List;

/// One who can sign in: a person, or a city's own system.
///
/// @param name of a person (`qz-organizer`) or of a city's client (`city-qz`)
/// @param organisations the credit codes of those that the account speaks for
/// @param system signs in with a client's secret, not through the login page
public record Account(
        String name, String role, String city, List<String> organisations, boolean system) {

    public Account {
        organisations = List.copyOf(organisations);
    }
}
