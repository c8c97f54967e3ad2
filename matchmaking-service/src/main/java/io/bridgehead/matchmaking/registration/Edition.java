package io.bridgehead.matchmaking.registration;

import io.bridgehead.matchmaking.BilingualText;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.Role;
import java.util.List;

/// @param cities those that take part, the host among them
public record Edition(String hostCity, List<City> cities) {

    public Edition {
        cities = List.copyOf(cities);
    }

    public record City(String code, BilingualText name) {}

    public boolean invites(String city) {
        return cities.stream().anyMatch(invited -> invited.code().equals(city));
    }

    public boolean isHostedBy(Caller caller) {
        return caller.is(Role.ORGANIZER) && hostCity.equals(caller.city());
    }

    /// @return the code itself for a city that does not take part
    public BilingualText nameOf(String city) {
        return cities.stream()
                .filter(invited -> invited.code().equals(city))
                .map(City::name)
                .findFirst()
                .orElseGet(() -> new BilingualText(city, city));
    }
}
