package io.bridgehead.registration.edition;

/// What happens to an edition.
sealed interface EditionEvent {

    record Opened() implements EditionEvent {}

    /// What people are told of it has changed.
    record Revised() implements EditionEvent {}
}
