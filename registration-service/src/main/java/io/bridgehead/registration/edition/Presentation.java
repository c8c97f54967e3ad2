package io.bridgehead.registration.edition;

import io.bridgehead.platform.web.FieldError;
import io.bridgehead.registration.BilingualPassage;
import io.bridgehead.registration.BilingualText;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What people are told of an edition, which may change as long as nothing stands on it.
///
/// @param programme as it was sent
/// @param directions how to come
/// @param about what it is
record Presentation(
        BilingualText title,
        BilingualText venue,
        List<ProgrammeItem> programme,
        @Nullable BilingualPassage directions,
        @Nullable BilingualPassage about) {

    Presentation {
        programme = List.copyOf(programme);
    }

    List<ProgrammeItem> inOrder() {
        return programme.stream()
                .sorted(
                        Comparator.comparing(ProgrammeItem::startsAt)
                                .thenComparing(ProgrammeItem::endsAt))
                .toList();
    }

    /// What does not fit the edition's days.
    List<FieldError> errors(LocalDate startsOn, LocalDate endsOn, ZoneId zone) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < programme.size(); i++) {
            ProgrammeItem item = programme.get(i);
            String field = "programme[" + i + "].";
            if (item.startsAt().isBefore(startsOn.atStartOfDay(zone).toInstant())) {
                errors.add(new FieldError(field + "startsAt", "outside-the-days"));
            }
            if (!item.endsAt().isAfter(item.startsAt())) {
                errors.add(new FieldError(field + "endsAt", "not-after-start"));
            } else if (item.endsAt().isAfter(endsOn.plusDays(1).atStartOfDay(zone).toInstant())) {
                errors.add(new FieldError(field + "endsAt", "outside-the-days"));
            }
        }
        return errors;
    }
}
