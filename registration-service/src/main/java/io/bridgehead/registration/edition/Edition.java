package io.bridgehead.registration.edition;

import io.bridgehead.platform.documents.Transition;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.registration.BilingualPassage;
import io.bridgehead.registration.BilingualText;
import io.bridgehead.registration.city.City;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One edition of the event. Its id is its code.
///
/// @param hostCity code of the city whose organizer opened it and decides who is approved
/// @param cities those that take part, as they were when it was opened: the host and whoever has a
///     quota
/// @param endsOn inclusive
/// @param timeZone of the venue, as the IANA names it; what people see is in it
/// @param quotas at most one for each city and kind of guest
/// @param programme in the order of time
/// @param directions how to come
/// @param about what it is
public record Edition(
        BilingualText title,
        String hostCity,
        List<City> cities,
        LocalDate startsOn,
        LocalDate endsOn,
        String timeZone,
        BilingualText venue,
        List<Quota> quotas,
        List<ProgrammeItem> programme,
        @Nullable BilingualPassage directions,
        @Nullable BilingualPassage about) {

    /// One that was stored before there were programmes has none.
    public Edition {
        programme = programme == null ? List.of() : List.copyOf(programme);
        cities = List.copyOf(cities);
        quotas = List.copyOf(quotas);
    }

    Transition<Edition, EditionEvent> open() {
        return Transition.to(this, new EditionEvent.Opened());
    }

    /// Days, cities and quotas stay: places and timetables stand on them.
    Transition<Edition, EditionEvent> revise(Presentation presentation) {
        Edition revised =
                new Edition(
                        presentation.title(),
                        hostCity,
                        cities,
                        startsOn,
                        endsOn,
                        timeZone,
                        presentation.venue(),
                        quotas,
                        presentation.inOrder(),
                        presentation.directions(),
                        presentation.about());
        return revised.equals(this)
                ? Transition.none(this)
                : Transition.to(revised, new EditionEvent.Revised());
    }

    /// Decides for the host city who comes.
    public boolean isHostedBy(Caller caller) {
        return caller.is(Role.ORGANIZER) && hostCity.equals(caller.city());
    }

    public boolean invites(String city) {
        return cities.stream().anyMatch(invited -> invited.code().equals(city));
    }
}
