package io.bridgehead.registration.delegation;

import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.web.Finding;
import io.bridgehead.registration.delegation.sheet.DelegationSheet;
import io.bridgehead.registration.delegation.sheet.SheetCells;
import io.bridgehead.registration.delegation.sheet.SheetRow;
import io.bridgehead.registration.delegation.sheet.WrittenSheet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Shows whoever sends a delegation's people the rows that did not go in, and takes them corrected.
@Service
class CorrectingRows {

    private final LookingUpImports imports;
    private final Delegations delegations;
    private final RegisteringGuests guests;
    private final BadRows rows;
    private final KeepingBadRows keeping;

    CorrectingRows(
            LookingUpImports imports,
            Delegations delegations,
            RegisteringGuests guests,
            BadRows rows,
            KeepingBadRows keeping) {
        this.imports = imports;
        this.delegations = delegations;
        this.guests = guests;
        this.rows = rows;
        this.keeping = keeping;
    }

    /// A row in clear text.
    record Shown(int number, SheetCells cells, List<Finding> findings) {}

    Page<Shown> page(Caller caller, CommandId command, String operation, PageQuery page) {
        Versioned<Delegation> delegation = imports.own(caller, operation);
        Page<BadRow.Open> open = rows.open(operation, page);
        note(caller, command, delegation, operation, open.items());
        return new Page<>(shown(open.items()), open.next());
    }

    /// The rows as a sheet, which can be corrected and imported as it is.
    byte[] sheet(Caller caller, CommandId command, String operation, Locale language) {
        Versioned<Delegation> delegation = imports.own(caller, operation);
        List<BadRow.Open> open = rows.open(operation);
        note(caller, command, delegation, operation, open);
        return WrittenSheet.badLines(
                shown(open).stream()
                        .map(row -> new WrittenSheet.BadLine(row.cells(), row.findings()))
                        .toList(),
                language);
    }

    /// Judged and registered as a row of a sheet is. Whoever sends the same again, because the answer
    /// was lost, is told the same.
    ///
    /// @return the delegate's id
    /// @throws BadRowRejection when it does not go in; what was typed is kept all the same
    String correct(
            Caller caller, CommandId command, String operation, int number, SheetCells cells) {
        Versioned<Delegation> delegation = imports.own(caller, operation);
        BadRow.Place place = new BadRow.Place(delegation.id(), operation, number);
        BadRow row = rows.get(place);
        SheetRow judged = DelegationSheet.row(number, cells);
        if (row instanceof BadRow.Closed closed) {
            return already(closed, delegation, judged);
        }
        List<Finding> findings =
                switch (judged) {
                    case SheetRow.Faulty faulty -> faulty.findings();
                    case SheetRow.Guest guest -> register(command, delegation, guest);
                };
        if (judged instanceof SheetRow.Guest guest && findings.isEmpty()) {
            Optional<String> delegate = guests.delegate(delegation, guest);
            keeping.close(place, delegate.orElse(null));
            // Forgotten between two lines of ours: the row is gone, and so is the person.
            return delegate.orElseThrow(BadRowRejection.Gone::new);
        }
        if (!keeping.retype(place, cells, findings)) {
            throw new BadRowRejection.Gone();
        }
        throw new BadRowRejection.StillBad(findings);
    }

    void discard(Caller caller, String operation, int number) {
        Versioned<Delegation> delegation = imports.own(caller, operation);
        BadRow.Place place = new BadRow.Place(delegation.id(), operation, number);
        if (rows.get(place) instanceof BadRow.Open) {
            keeping.close(place, null);
        }
    }

    private String already(
            BadRow.Closed closed, Versioned<Delegation> delegation, SheetRow judged) {
        if (closed.delegate() != null
                && judged instanceof SheetRow.Guest guest
                && guests.delegate(delegation, guest).equals(Optional.of(closed.delegate()))) {
            return Objects.requireNonNull(closed.delegate());
        }
        throw new BadRowRejection.Gone();
    }

    private List<Finding> register(
            CommandId command, Versioned<Delegation> delegation, SheetRow.Guest guest) {
        return guests
                .register(command, command, delegation, guest)
                .map(fault -> fault.at(guest.number(), null))
                .stream()
                .toList();
    }

    /// Who reads is written down and told before anything is read.
    private void note(
            Caller caller,
            CommandId command,
            Versioned<Delegation> delegation,
            String operation,
            List<BadRow.Open> read) {
        if (!read.isEmpty()) {
            delegations.revealRows(delegation.id(), command, operation, caller.subject());
        }
    }

    private List<Shown> shown(List<BadRow.Open> open) {
        return open.stream()
                .flatMap(row ->
                        keeping
                                .read(row)
                                .map(cells ->
                                        new Shown(row.place().number(), cells, row.findings()))
                                .stream())
                .toList();
    }
}
