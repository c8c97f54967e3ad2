package io.bridgehead.registration.edition;

import io.bridgehead.platform.documents.OutgoingEvent;
import io.bridgehead.registration.BilingualPassage;
import io.bridgehead.registration.BilingualText;
import io.bridgehead.registration.city.City;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the cities of an edition are told of it. How many places each has is not among it.
final class EditionAnnouncement {

    private EditionAnnouncement() {}

    /// Of `edition.opened.v1` and `edition.revised.v1` alike.
    record Told(
            String edition,
            BilingualText title,
            String hostCity,
            List<InvitedCity> cities,
            LocalDate startsOn,
            LocalDate endsOn,
            String timeZone,
            BilingualText venue,
            List<ProgrammeItem> programme,
            @Nullable BilingualPassage directions,
            @Nullable BilingualPassage about) {}

    record InvitedCity(String code, String division, BilingualText name) {}

    static OutgoingEvent announce(String id, Edition edition, EditionEvent event) {
        return new OutgoingEvent(
                switch (event) {
                    case EditionEvent.Opened() -> "edition.opened.v1";
                    case EditionEvent.Revised() -> "edition.revised.v1";
                },
                edition.cities().stream().map(City::code).collect(Collectors.toSet()),
                new Told(
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
                        edition.venue(),
                        edition.programme(),
                        edition.directions(),
                        edition.about()));
    }
}
