package io.bridgehead.registration.delegation.sheet;

import io.bridgehead.platform.web.Finding;
import io.bridgehead.registration.delegate.PhoneNumber;
import io.bridgehead.registration.edition.GuestKind;
import io.bridgehead.registration.organisation.OrganisationKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One person of a delegation's sheet, or why there is none.
public sealed interface SheetRow {

    /// As the sheet numbers it.
    int number();

    /// As they were read.
    SheetCells cells();

    record Guest(
            int number,
            SheetCells cells,
            String name,
            PhoneNumber phone,
            @Nullable String email,
            String creditCode,
            String organisation,
            OrganisationKind organisationKind,
            String jobTitle,
            GuestKind kind,
            boolean leader)
            implements SheetRow {

        @Override
        public String toString() {
            return "Guest[row " + number + ", hidden]";
        }
    }

    record Faulty(int number, SheetCells cells, List<Finding> findings) implements SheetRow {

        public Faulty {
            findings = List.copyOf(findings);
        }
    }
}
