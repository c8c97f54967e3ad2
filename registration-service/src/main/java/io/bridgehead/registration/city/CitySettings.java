package io.bridgehead.registration.city;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param cities in the order in which people see them
@Validated
@ConfigurationProperties("bridgehead.registration")
public record CitySettings(@NotEmpty List<@Valid City> cities) {

    public CitySettings {
        cities = List.copyOf(cities);
        if (codes(cities).size() < cities.size()) {
            throw new IllegalArgumentException("two cities have the same code: " + cities);
        }
    }

    public Optional<City> find(String code) {
        return cities.stream().filter(city -> city.code().equals(code)).findFirst();
    }

    public Set<String> codes() {
        return codes(cities);
    }

    private static Set<String> codes(List<City> cities) {
        return cities.stream().map(City::code).collect(Collectors.toUnmodifiableSet());
    }
}
