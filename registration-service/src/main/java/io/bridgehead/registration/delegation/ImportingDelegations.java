package io.bridgehead.registration.delegation;

import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.web.Finding;
import io.bridgehead.platform.web.Operation;
import io.bridgehead.platform.web.OperationRun;
import io.bridgehead.platform.web.OperationWork;
import io.bridgehead.registration.delegate.Delegate;
import io.bridgehead.registration.delegate.RegisteringDelegates;
import io.bridgehead.registration.delegate.RegisteringDelegates.Registration;
import io.bridgehead.registration.delegation.sheet.DelegationSheet;
import io.bridgehead.registration.delegation.sheet.SheetFault;
import io.bridgehead.registration.delegation.sheet.SheetRow;
import io.bridgehead.registration.organisation.Organisation;
import io.bridgehead.registration.organisation.RegisteringOrganisations;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Registers the people of a sheet, row by row: the good rows go in, the others are reported. Each row
/// is a command of its own, so that a run which another instance takes up finds the rows before it done.
@Service
class ImportingDelegations implements OperationWork {

    static final String KIND = "delegation-import";
    private static final String DELEGATION = "delegation";

    private final Delegations delegations;
    private final RegisteringOrganisations organisations;
    private final RegisteringDelegates delegates;
    private final ImportSettings settings;

    ImportingDelegations(
            Delegations delegations,
            RegisteringOrganisations organisations,
            RegisteringDelegates delegates,
            ImportSettings settings) {
        this.delegations = delegations;
        this.organisations = organisations;
        this.delegates = delegates;
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
    public void run(OperationRun run) {
        Versioned<Delegation> delegation = delegations.get(delegationOf(run.operation()));
        DelegationSheet sheet =
                DelegationSheet.read(
                        run.input(), settings.mostRows(), settings.mostUnzipped().toBytes());
        sheet.findings().forEach(run::finding);
        run.total(sheet.rows().size());
        int done = 0;
        for (SheetRow row : sheet.rows()) {
            if (run.cancelled()) {
                return;
            }
            switch (row) {
                case SheetRow.Faulty faulty -> faulty.findings().forEach(run::finding);
                case SheetRow.Guest guest ->
                        register(run, delegation, guest).ifPresent(run::finding);
            }
            run.done(++done);
        }
    }

    private Optional<Finding> register(
            OperationRun run, Versioned<Delegation> delegation, SheetRow.Guest row) {
        Organisation organisation =
                organisations.registerUnlessKnown(
                        run.step("organisation-" + row.creditCode()),
                        row.creditCode(),
                        new Organisation(
                                row.organisation(),
                                row.organisationKind(),
                                delegation.state().city()));
        Delegate.Guest guest =
                new Delegate.Guest(
                        delegation.state().edition(),
                        delegation.id(),
                        delegation.state().city(),
                        row.creditCode(),
                        organisation.name(),
                        row.kind(),
                        row.leader());
        RegisteringDelegates.Outcome outcome =
                delegates.register(
                        run.step("row-" + row.number()),
                        new Registration(
                                guest, row.name(), row.phone(), row.email(), row.jobTitle()));
        return switch (outcome) {
            case REGISTERED, ALREADY_REGISTERED -> Optional.empty();
            case REGISTERED_OTHERWISE ->
                    Optional.of(SheetFault.REGISTERED_OTHERWISE.at(row.number(), null));
            case REGISTERED_ELSEWHERE ->
                    Optional.of(SheetFault.REGISTERED_ELSEWHERE.at(row.number(), null));
            case LED_BY_ANOTHER -> Optional.of(SheetFault.SECOND_LEADER.at(row.number(), null));
        };
    }
}
