package io.bridgehead.matchmaking.fund;

import io.bridgehead.matchmaking.Money;
import io.bridgehead.matchmaking.offer.CheckingOffers;
import io.bridgehead.matchmaking.offer.CheckingOffers.Codes;
import io.bridgehead.matchmaking.offer.CheckingOffers.Draft;
import io.bridgehead.matchmaking.offer.Side;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.web.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/// A fund's city, or whoever speaks for the fund, registers it with its mandate.
@Service
class OfferingFunds {

    private final Funds funds;
    private final CheckingOffers checking;

    OfferingFunds(Funds funds, CheckingOffers checking) {
        this.funds = funds;
        this.checking = checking;
    }

    /// @param contact a delegate's id
    record Entry(
            String edition,
            String name,
            String organisation,
            String organisationName,
            Mandate mandate,
            String contact,
            List<String> conflicts) {}

    Versioned<Fund> register(Caller caller, CommandId command, Entry entry) {
        Side side =
                checking.check(
                        caller,
                        new Draft(
                                entry.edition(),
                                entry.organisation(),
                                entry.organisationName(),
                                entry.contact(),
                                new Codes("mandate.industries", entry.mandate().industries()),
                                new Codes("mandate.cities", entry.mandate().cities()),
                                entry.conflicts()),
                        ticketErrors(entry.mandate()));
        return funds.register(
                command,
                new Fund(entry.edition(), entry.name(), side, entry.mandate(), entry.conflicts()));
    }

    private static List<FieldError> ticketErrors(Mandate mandate) {
        List<FieldError> errors = new ArrayList<>();
        Money from = mandate.ticketFrom();
        Money to = mandate.ticketTo();
        if (!from.hasKnownCurrency()) {
            errors.add(new FieldError("mandate.ticketFrom.currency", "unknown-currency"));
        }
        if (!to.isComparableWith(from)) {
            errors.add(new FieldError("mandate.ticketTo.currency", "ticket-in-two-currencies"));
        } else if (to.amount() < from.amount()) {
            errors.add(new FieldError("mandate.ticketTo.amount", "ticket-range-reversed"));
        }
        return errors;
    }
}
