package io.bridgehead.registration.delegation;

import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.web.Finding;
import io.bridgehead.platform.web.Operation;
import io.bridgehead.platform.web.OperationRun;
import io.bridgehead.platform.web.OperationWork;
import io.bridgehead.platform.web.WorkRefused;
import io.bridgehead.registration.delegation.sheet.DelegationSheet;
import io.bridgehead.registration.delegation.sheet.SheetRow;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/// Registers the people of a sheet, row by row: the good rows go in, the others are reported and
/// kept to be corrected. Each row is a command of its own, so that a run which another instance takes up finds the rows before it done.
@Service
class ImportingDelegations implements OperationWork {

    static final String KIND = "delegation-import";
    static final String DELEGATION = "delegation";

    private final Delegations delegations;
    private final RegisteringGuests guests;
    private final KeepingBadRows keeping;
    private final BadRows badRows;
    private final ImportSettings settings;

    ImportingDelegations(
            Delegations delegations,
            RegisteringGuests guests,
            KeepingBadRows keeping,
            BadRows badRows,
            ImportSettings settings) {
        this.delegations = delegations;
        this.guests = guests;
        this.keeping = keeping;
        this.badRows = badRows;
        this.settings = settings;
    }

    static Map<String, String> about(String delegation) {
        return Map.of(DELEGATION, delegation);
    }

    static String delegationOf(Operation operation) {
        return Objects.requireNonNull(operation.about().get(DELEGATION));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> listedBy() {
        return List.of(DELEGATION);
    }

    @Override
    public void run(OperationRun run) throws WorkRefused {
        Versioned<Delegation> delegation = delegations.get(delegationOf(run.operation()));
        DelegationSheet sheet =
                DelegationSheet.read(
                        run.input(), settings.mostRows(), settings.mostUnzipped().toBytes());
        if (!sheet.findings().isEmpty()) {
            sheet.findings().forEach(run::finding);
            throw new WorkRefused(sheet.findings().getFirst().code());
        }
        run.total(sheet.rows().size());
        Set<Integer> before = keptBefore(run.operation().id());
        int done = 0;
        for (SheetRow row : sheet.rows()) {
            if (run.cancelled()) {
                return;
            }
            BadRow.Place place =
                    new BadRow.Place(delegation.id(), run.operation().id(), row.number());
            List<Finding> findings =
                    switch (row) {
                        case SheetRow.Faulty faulty -> faulty.findings();
                        case SheetRow.Guest guest -> register(run, delegation, guest);
                    };
            findings.forEach(run::finding);
            if (!findings.isEmpty()) {
                keeping.keep(run.step("bad-row-" + row.number()), place, row.cells(), findings);
            } else if (row instanceof SheetRow.Guest guest && before.contains(row.number())) {
                // What stood in its way in a run before has gone.
                keeping.close(place, guests.delegate(delegation, guest).orElse(null));
            }
            run.done(++done);
        }
    }

    /// Rows that did not go in when the work was begun before.
    private Set<Integer> keptBefore(String operation) {
        return badRows.open(operation).stream()
                .map(row -> row.place().number())
                .collect(Collectors.toSet());
    }

    private List<Finding> register(
            OperationRun run, Versioned<Delegation> delegation, SheetRow.Guest row) {
        return guests
                .register(
                        run.step("organisation-" + row.creditCode()),
                        run.step("row-" + row.number()),
                        delegation,
                        row)
                .map(fault -> fault.at(row.number(), null))
                .stream()
                .toList();
    }
}
