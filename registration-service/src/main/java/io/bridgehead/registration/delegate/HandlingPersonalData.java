package io.bridgehead.registration.delegate;

import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.NotAllowed;
import io.bridgehead.platform.privacy.PersonalText;
import io.bridgehead.platform.privacy.Privacy;
import io.bridgehead.registration.delegate.Delegate.Guest;
import io.bridgehead.registration.delegate.Delegate.Known;
import io.bridgehead.registration.delegate.Delegate.Person;
import io.bridgehead.registration.edition.Edition;
import io.bridgehead.registration.edition.Editions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Reads a person's data for whoever has to call or receive them, and destroys it when they ask.
@Service
class HandlingPersonalData {

    private final Delegates delegates;
    private final LookingUpDelegates lookingUp;
    private final Editions editions;
    private final Privacy privacy;

    HandlingPersonalData(
            Delegates delegates, LookingUpDelegates lookingUp, Editions editions, Privacy privacy) {
        this.delegates = delegates;
        this.lookingUp = lookingUp;
        this.editions = editions;
        this.privacy = privacy;
    }

    /// In clear text.
    record Revealed(String name, String phone, @Nullable String email) {

        @Override
        public String toString() {
            return "Revealed[hidden]";
        }
    }

    /// Who reads, and what for, is written down and told before anything is read.
    ///
    /// @throws DelegateRejection when the person is forgotten
    Revealed reveal(Caller caller, CommandId command, String id, String purpose) {
        Guest guest = lookingUp.visible(caller, id).state().guest();
        if (!mayReveal(caller, guest)) {
            throw new NotAllowed("reveal " + id);
        }
        Delegate noted =
                delegates
                        .change(id, command, delegate -> delegate.reveal(caller.subject(), purpose))
                        .state();
        if (!(noted instanceof Known known)) {
            throw new DelegateRejection.IsForgotten();
        }
        Person person = known.person();
        return new Revealed(
                clear(person.name()),
                clear(person.phone()),
                person.email() == null ? null : clear(person.email()));
    }

    /// The key goes first: from then on nothing is readable, wherever it lies, and when this breaks off
    /// the caller, who was not told that it is done, finds it half done and ends it.
    void forget(Caller caller, CommandId command, String id) {
        Guest guest = lookingUp.visible(caller, id).state().guest();
        if (!caller.actsForCity(guest.city()) && !edition(guest).isHostedBy(caller)) {
            throw new NotAllowed("forget " + id);
        }
        privacy.forget(id);
        var _ = delegates.change(id, command, Delegate::forget);
    }

    /// Whoever sees all sees it masked: that alone does not reveal.
    private boolean mayReveal(Caller caller, Guest guest) {
        return caller.actsForCity(guest.city())
                || edition(guest).isHostedBy(caller)
                || lookingUp.receives(caller, guest);
    }

    private Edition edition(Guest guest) {
        return editions.get(guest.edition()).state();
    }

    private String clear(PersonalText text) {
        return privacy.reveal(text).orElseThrow(DelegateRejection.IsForgotten::new);
    }
}
