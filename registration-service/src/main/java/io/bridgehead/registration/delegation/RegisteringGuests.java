package io.bridgehead.registration.delegation;

import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.registration.delegate.Delegate;
import io.bridgehead.registration.delegate.RegisteringDelegates;
import io.bridgehead.registration.delegate.RegisteringDelegates.Registration;
import io.bridgehead.registration.delegation.sheet.SheetFault;
import io.bridgehead.registration.delegation.sheet.SheetRow;
import io.bridgehead.registration.organisation.Organisation;
import io.bridgehead.registration.organisation.RegisteringOrganisations;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Registers whom a good row names, with the organisation: alike for a row of a sheet and for one that
/// was corrected.
@Service
class RegisteringGuests {

    private final RegisteringOrganisations organisations;
    private final RegisteringDelegates delegates;

    RegisteringGuests(RegisteringOrganisations organisations, RegisteringDelegates delegates) {
        this.organisations = organisations;
        this.delegates = delegates;
    }

    /// @param organisation the command that registers it, where it is not known yet
    /// @param person the command that registers the delegate
    /// @return why the row does not go in; nothing when it is in
    Optional<SheetFault> register(
            CommandId organisation,
            CommandId person,
            Versioned<Delegation> delegation,
            SheetRow.Guest row) {
        Organisation known =
                organisations.registerUnlessKnown(
                        organisation,
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
                        known.name(),
                        row.kind(),
                        row.leader());
        RegisteringDelegates.Outcome outcome =
                delegates.register(
                        person,
                        new Registration(
                                guest, row.name(), row.phone(), row.email(), row.jobTitle()));
        return switch (outcome) {
            case REGISTERED, ALREADY_REGISTERED -> Optional.empty();
            case REGISTERED_OTHERWISE -> Optional.of(SheetFault.REGISTERED_OTHERWISE);
            case REGISTERED_ELSEWHERE -> Optional.of(SheetFault.REGISTERED_ELSEWHERE);
            case LED_BY_ANOTHER -> Optional.of(SheetFault.SECOND_LEADER);
        };
    }

    /// Whom the row has become.
    ///
    /// @return an id; nothing when the person is not registered, or forgotten
    Optional<String> delegate(Versioned<Delegation> delegation, SheetRow.Guest row) {
        return delegates.idOf(delegation.state().edition(), row.phone());
    }
}
