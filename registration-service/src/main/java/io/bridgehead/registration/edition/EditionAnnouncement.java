package io.bridgehead.registration.edition;

import io.bridgehead.platform.documents.OutgoingEvent;
import io.bridgehead.registration.BilingualText;
import io.bridgehead.registration.city.City;
import io.bridgehead.registration.edition.Edition.EditionOpened;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/// What the cities of an edition are told of it. How many places each has is not among it.
final class EditionAnnouncement {

    private EditionAnnouncement() {}

    record Opened(
            String edition,
            BilingualText title,
            String hostCity,
            List<InvitedCity> cities,
            LocalDate startsOn,
            LocalDate endsOn,
            String timeZone,
            BilingualText venue) {}

    record InvitedCity(String code, String division, BilingualText name) {}

    static OutgoingEvent announce(String id, Edition edition, EditionOpened event) {
        return new OutgoingEvent(
                "edition.opened.v1",
                edition.cities().stream().map(City::code).collect(Collectors.toSet()),
                new Opened(
                        id,
                        edition.title(),
                        edition.hostCity(),
                        edition.cities().stream()
                                .map(city ->
                                        new InvitedCity(city.code(), city.division(), city.name()))
                                .toList(),
                        edition.startsOn(),
                        edition.endsOn(),
                        edition.timeZone(),
                        edition.venue()));
    }
}
