package io.bridgehead.contract.chain;

import io.bridgehead.platform.privacy.PersonalText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A delegate, as far as the chain shows one.
///
/// @param state as registration-service calls it
/// @param since when he came into it
public record DelegateLink(
        String delegate,
        PersonalText name,
        String jobTitle,
        String state,
        Instant since,
        Instant registeredAt,
        @Nullable Instant approvedAt,
        @Nullable Instant confirmedAt) {

    static final String FORGOTTEN = "forgotten";

    static DelegateLink registered(
            String delegate, PersonalText name, String jobTitle, Instant at) {
        return new DelegateLink(delegate, name, jobTitle, "registered", at, at, null, null);
    }

    DelegateLink approved(Instant at) {
        return in("approved", at, at, confirmedAt);
    }

    DelegateLink confirmed(Instant at) {
        return in("confirmed", at, approvedAt, at);
    }

    DelegateLink in(String newState, Instant at) {
        return in(newState, at, approvedAt, confirmedAt);
    }

    private DelegateLink in(
            String newState, Instant at, @Nullable Instant approved, @Nullable Instant confirmed) {
        return new DelegateLink(
                delegate, name, jobTitle, newState, at, registeredAt, approved, confirmed);
    }
}
