package io.bridgehead.registration.delegate;

import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.DocumentExists;
import io.bridgehead.platform.privacy.BlindIndexes;
import io.bridgehead.platform.privacy.PersonForgotten;
import io.bridgehead.platform.privacy.Privacy;
import io.bridgehead.registration.delegate.Delegate.Declined;
import io.bridgehead.registration.delegate.Delegate.Forgotten;
import io.bridgehead.registration.delegate.Delegate.Guest;
import io.bridgehead.registration.delegate.Delegate.Person;
import io.bridgehead.registration.delegate.Delegate.TakingPart;
import io.bridgehead.registration.delegate.Delegate.Withdrawn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Registers the people whom a city sends, each of them once in an edition.
@Service
public class RegisteringDelegates {

    private final Delegates delegates;
    private final Leaders leaders;
    private final BlindIndexes indexes;
    private final Privacy privacy;

    RegisteringDelegates(
            Delegates delegates, Leaders leaders, BlindIndexes indexes, Privacy privacy) {
        this.delegates = delegates;
        this.leaders = leaders;
        this.indexes = indexes;
        this.privacy = privacy;
    }

    /// Someone to be registered, in clear text.
    public record Registration(
            Guest guest, String name, PhoneNumber phone, @Nullable String email, String jobTitle) {

        @Override
        public String toString() {
            return "Registration[hidden]";
        }
    }

    public enum Outcome {
        /// By this command, now or before.
        REGISTERED,
        /// By another one, in the same delegation and with the same data.
        ALREADY_REGISTERED,
        /// In the same delegation, with other data, or no longer taking part.
        REGISTERED_OTHERWISE,
        /// In another delegation to the same edition.
        REGISTERED_ELSEWHERE,
        /// Not registered: the delegation is led by someone else.
        LED_BY_ANOTHER
    }

    /// The phone number is claimed before the delegate is written. Whoever has the claim gives the
    /// delegate its id, so that the number leads to one document only, and a claim whose command died
    /// before it could write is used by the next one that brings the number.
    public Outcome register(CommandId command, Registration registration) {
        String ownId = command.idOf("delegate");
        while (true) {
            try {
                String id =
                        indexes.claim(
                                scope(registration.guest().edition()),
                                registration.phone().value(),
                                ownId);
                Optional<Delegate> found = delegates.find(id);
                if (found.isPresent()) {
                    return outcome(id.equals(ownId), found.get(), registration);
                }
                if (registration.guest().leader()
                        && !leaders.claim(registration.guest().delegation(), id)) {
                    return Outcome.LED_BY_ANOTHER;
                }
                delegates.register(
                        id,
                        command,
                        Delegate.register(registration.guest(), protect(id, registration)));
                return Outcome.REGISTERED;
            } catch (PersonForgotten e) {
                if (e.person().equals(ownId)) {
                    // This command registered someone who has been forgotten since.
                    return Outcome.REGISTERED;
                }
                // Whoever had the claim was forgotten just now: the number is free again.
            } catch (DocumentExists _) {
                // Another command with the same claim was faster: it is found in the next round.
            }
        }
    }

    /// Who has been registered for the edition with this number.
    public Optional<String> idOf(String edition, PhoneNumber phone) {
        return indexes.owner(scope(edition), phone.value())
                .filter(id -> delegates.find(id).isPresent());
    }

    private static String scope(String edition) {
        return "delegate/" + edition;
    }

    private Outcome outcome(boolean byThisCommand, Delegate found, Registration registration) {
        Guest guest = registration.guest();
        if (!found.guest().delegation().equals(guest.delegation())) {
            return Outcome.REGISTERED_ELSEWHERE;
        }
        if (byThisCommand) {
            return Outcome.REGISTERED;
        }
        return switch (found) {
            case TakingPart present ->
                    present.guest().equals(guest) && saysTheSame(present.person(), registration)
                            ? Outcome.ALREADY_REGISTERED
                            : Outcome.REGISTERED_OTHERWISE;
            case Declined _, Withdrawn _, Forgotten _ -> Outcome.REGISTERED_OTHERWISE;
        };
    }

    private boolean saysTheSame(Person person, Registration registration) {
        return person.jobTitle().equals(registration.jobTitle())
                && privacy.reveal(person.name()).equals(Optional.of(registration.name()))
                && Optional.ofNullable(person.email())
                        .flatMap(privacy::reveal)
                        .equals(Optional.ofNullable(registration.email()));
    }

    private Person protect(String id, Registration registration) {
        String email = registration.email();
        return new Person(
                privacy.protect(id, registration.name()),
                privacy.protect(id, registration.phone().value()),
                email == null ? null : privacy.protect(id, email),
                registration.jobTitle());
    }
}
