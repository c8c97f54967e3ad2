package io.bridgehead.registration.edition;

import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.NotAllowed;
import io.bridgehead.platform.web.FieldError;
import io.bridgehead.platform.web.InvalidRequest;
import io.bridgehead.registration.city.City;
import io.bridgehead.registration.city.CitySettings;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/// The host city's organizer opens an edition, with everybody's places.
@Service
class OpeningEditions {

    private final Editions editions;
    private final CitySettings cities;

    OpeningEditions(Editions editions, CitySettings cities) {
        this.editions = editions;
        this.cities = cities;
    }

    /// @param code its id for good: `2025-quzhou`
    record Opening(
            String code,
            LocalDate startsOn,
            LocalDate endsOn,
            String timeZone,
            List<Quota> quotas,
            Presentation presentation) {}

    Versioned<Edition> open(Caller organizer, CommandId command, Opening opening) {
        City host =
                cities.find(organizer.city() == null ? "" : organizer.city())
                        .orElseThrow(() -> new NotAllowed("open an edition without a city"));
        List<FieldError> errors = errors(opening);
        if (!errors.isEmpty()) {
            throw new InvalidRequest(errors);
        }
        return editions.open(
                opening.code(),
                command,
                new Edition(
                        opening.presentation().title(),
                        host.code(),
                        invited(host, opening.quotas()),
                        opening.startsOn(),
                        opening.endsOn(),
                        opening.timeZone(),
                        opening.presentation().venue(),
                        opening.quotas(),
                        opening.presentation().inOrder(),
                        opening.presentation().directions(),
                        opening.presentation().about()));
    }

    private List<City> invited(City host, List<Quota> quotas) {
        Set<String> codes =
                Stream.concat(Stream.of(host.code()), quotas.stream().map(Quota::city))
                        .collect(Collectors.toSet());
        return cities.cities().stream().filter(city -> codes.contains(city.code())).toList();
    }

    private List<FieldError> errors(Opening opening) {
        List<FieldError> errors = new ArrayList<>();
        if (opening.endsOn().isBefore(opening.startsOn())) {
            errors.add(new FieldError("endsOn", "ends-before-start"));
        }
        if (!isTimeZone(opening.timeZone())) {
            errors.add(new FieldError("timeZone", "unknown-time-zone"));
        } else if (errors.isEmpty()) {
            errors.addAll(
                    opening.presentation()
                            .errors(
                                    opening.startsOn(),
                                    opening.endsOn(),
                                    ZoneId.of(opening.timeZone())));
        }
        Set<List<Object>> seen = new HashSet<>();
        for (int i = 0; i < opening.quotas().size(); i++) {
            Quota quota = opening.quotas().get(i);
            if (cities.find(quota.city()).isEmpty()) {
                errors.add(new FieldError("quotas[" + i + "].city", "unknown-city"));
            } else if (!seen.add(List.of(quota.city(), quota.kind()))) {
                errors.add(new FieldError("quotas[" + i + "]", "quota-twice"));
            }
        }
        return errors;
    }

    private static boolean isTimeZone(String name) {
        return ZoneId.getAvailableZoneIds().contains(name);
    }
}
