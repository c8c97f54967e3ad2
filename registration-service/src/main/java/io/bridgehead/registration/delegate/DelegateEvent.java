package io.bridgehead.registration.delegate;

/// What happens to a delegate.
sealed interface DelegateEvent {

    record Registered() implements DelegateEvent {}

    record Approved() implements DelegateEvent {}

    record Declined(String reason) implements DelegateEvent {}

    /// @param position in line, from 1, when it was joined
    record Queued(int position) implements DelegateEvent {}

    record Confirmed() implements DelegateEvent {}

    record Withdrawn() implements DelegateEvent {}

    /// @param by the subject of the caller who reads
    record Revealed(String by, String purpose) implements DelegateEvent {}

    record Forgotten() implements DelegateEvent {}
}
