package io.bridgehead.registration.delegate;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bridgehead.platform.documents.Kind;
import io.bridgehead.platform.documents.Transition;
import io.bridgehead.platform.privacy.PersonalText;
import io.bridgehead.registration.edition.GuestKind;
import org.jspecify.annotations.Nullable;

/// Someone whom a city sends to an edition. The organizer decides; the edition's places decide whether
/// an approved one is confirmed or waits; whoever takes part may withdraw; anyone may be forgotten.
///
/// What people ask for and a state does not permit is refused. What the places tell comes by events,
/// again or late, and changes nothing where it no longer fits.
public sealed interface Delegate {

    /// What is not about the person: it stays when the person is forgotten.
    ///
    /// @param organisation unified social credit code
    /// @param leader of the delegation
    record Guest(
            String edition,
            String delegation,
            String city,
            String organisation,
            String organisationName,
            GuestKind kind,
            boolean leader) {}

    /// What is about the person.
    record Person(
            PersonalText name, PersonalText phone, @Nullable PersonalText email, String jobTitle) {}

    enum State {
        @JsonProperty("registered")
        REGISTERED,
        @JsonProperty("approved")
        APPROVED,
        @JsonProperty("waiting")
        WAITING,
        @JsonProperty("confirmed")
        CONFIRMED,
        @JsonProperty("declined")
        DECLINED,
        @JsonProperty("withdrawn")
        WITHDRAWN,
        @JsonProperty("forgotten")
        FORGOTTEN
    }

    Guest guest();

    State state();

    static Transition<Delegate, DelegateEvent> register(Guest guest, Person person) {
        return Transition.to(new Registered(guest, person), new DelegateEvent.Registered());
    }

    /// @throws DelegateRejection unless a decision is due
    default Transition<Delegate, DelegateEvent> approve() {
        throw new DelegateRejection.AlreadyDecided(state());
    }

    /// @throws DelegateRejection unless a decision is due
    default Transition<Delegate, DelegateEvent> decline(String reason) {
        throw new DelegateRejection.AlreadyDecided(state());
    }

    /// @throws DelegateRejection unless the delegate takes part
    default Transition<Delegate, DelegateEvent> withdraw() {
        throw new DelegateRejection.NotTakingPart(state());
    }

    /// The places have one for this delegate.
    default Transition<Delegate, DelegateEvent> confirm() {
        return Transition.none(this);
    }

    /// The places are all taken; this delegate stands in line.
    default Transition<Delegate, DelegateEvent> queue(int position) {
        return Transition.none(this);
    }

    /// Notes who reads what about the person, and why, before it is read.
    ///
    /// @throws DelegateRejection when there is nothing to read any more
    Transition<Delegate, DelegateEvent> reveal(String by, String purpose);

    Transition<Delegate, DelegateEvent> forget();

    /// A delegate whose person is known.
    sealed interface Known extends Delegate {

        Person person();

        @Override
        default Transition<Delegate, DelegateEvent> reveal(String by, String purpose) {
            return Transition.to(this, new DelegateEvent.Revealed(by, purpose));
        }

        @Override
        default Transition<Delegate, DelegateEvent> forget() {
            return Transition.to(new Forgotten(guest()), new DelegateEvent.Forgotten());
        }
    }

    /// A delegate who takes part, or means to.
    sealed interface TakingPart extends Known {

        @Override
        default Transition<Delegate, DelegateEvent> withdraw() {
            return Transition.to(new Withdrawn(guest(), person()), new DelegateEvent.Withdrawn());
        }
    }

    @Kind("registered")
    record Registered(Guest guest, Person person) implements TakingPart {

        @Override
        public State state() {
            return State.REGISTERED;
        }

        @Override
        public Transition<Delegate, DelegateEvent> approve() {
            return Transition.to(new Approved(guest, person), new DelegateEvent.Approved());
        }

        @Override
        public Transition<Delegate, DelegateEvent> decline(String reason) {
            return Transition.to(
                    new Declined(guest, person, reason), new DelegateEvent.Declined(reason));
        }
    }

    @Kind("approved")
    record Approved(Guest guest, Person person) implements TakingPart {

        @Override
        public State state() {
            return State.APPROVED;
        }

        @Override
        public Transition<Delegate, DelegateEvent> confirm() {
            return Transition.to(new Confirmed(guest, person), new DelegateEvent.Confirmed());
        }

        @Override
        public Transition<Delegate, DelegateEvent> queue(int position) {
            return Transition.to(new Waiting(guest, person), new DelegateEvent.Queued(position));
        }
    }

    /// Where in the line is known to the places alone: it changes with every step of the line.
    @Kind("waiting")
    record Waiting(Guest guest, Person person) implements TakingPart {

        @Override
        public State state() {
            return State.WAITING;
        }

        @Override
        public Transition<Delegate, DelegateEvent> confirm() {
            return Transition.to(new Confirmed(guest, person), new DelegateEvent.Confirmed());
        }
    }

    @Kind("confirmed")
    record Confirmed(Guest guest, Person person) implements TakingPart {

        @Override
        public State state() {
            return State.CONFIRMED;
        }
    }

    @Kind("declined")
    record Declined(Guest guest, Person person, String reason) implements Known {

        @Override
        public State state() {
            return State.DECLINED;
        }
    }

    @Kind("withdrawn")
    record Withdrawn(Guest guest, Person person) implements Known {

        @Override
        public State state() {
            return State.WITHDRAWN;
        }
    }

    @Kind("forgotten")
    record Forgotten(Guest guest) implements Delegate {

        @Override
        public State state() {
            return State.FORGOTTEN;
        }

        @Override
        public Transition<Delegate, DelegateEvent> reveal(String by, String purpose) {
            throw new DelegateRejection.IsForgotten();
        }

        @Override
        public Transition<Delegate, DelegateEvent> forget() {
            return Transition.none(this);
        }
    }
}
