package io.bridgehead.registration.delegate;

import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.NotAllowed;
import io.bridgehead.registration.delegate.Delegate.Guest;
import io.bridgehead.registration.edition.Editions;
import org.springframework.stereotype.Service;

/// The host's organizer approves or declines; the host or the delegate's own city withdraws.
@Service
class DecidingOnDelegates {

    private final Delegates delegates;
    private final LookingUpDelegates lookingUp;
    private final Editions editions;

    DecidingOnDelegates(Delegates delegates, LookingUpDelegates lookingUp, Editions editions) {
        this.delegates = delegates;
        this.lookingUp = lookingUp;
        this.editions = editions;
    }

    Versioned<Delegate> approve(Caller caller, CommandId command, String id) {
        requireHost(caller, id);
        return delegates.change(id, command, Delegate::approve);
    }

    Versioned<Delegate> decline(Caller caller, CommandId command, String id, String reason) {
        requireHost(caller, id);
        return delegates.change(id, command, delegate -> delegate.decline(reason));
    }

    Versioned<Delegate> withdraw(Caller caller, CommandId command, String id) {
        Guest guest = lookingUp.visible(caller, id).state().guest();
        if (!caller.actsForCity(guest.city()) && !isHost(caller, guest)) {
            throw new NotAllowed("withdraw " + id);
        }
        return delegates.change(id, command, Delegate::withdraw);
    }

    private void requireHost(Caller caller, String id) {
        if (!isHost(caller, lookingUp.visible(caller, id).state().guest())) {
            throw new NotAllowed("decide on " + id);
        }
    }

    private boolean isHost(Caller caller, Guest guest) {
        return editions.get(guest.edition()).state().isHostedBy(caller);
    }
}
