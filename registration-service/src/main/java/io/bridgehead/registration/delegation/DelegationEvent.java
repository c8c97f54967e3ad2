package io.bridgehead.registration.delegation;

/// What happens to a delegation.
sealed interface DelegationEvent {

    record Registered() implements DelegationEvent {}

    /// The rows of an import that did not go in are read, by someone who may correct them.
    ///
    /// @param operation the import's id
    /// @param by the subject of the caller who reads
    record RowsRevealed(String operation, String by) implements DelegationEvent {}
}
