package io.bridgehead.platform.documents;

/// Turns a domain event into what other services are told.
///
/// @param <S> the aggregate's state
/// @param <E> the aggregate's events
@FunctionalInterface
public interface Announcer<S, E> {

    /// @param id the aggregate's id
    /// @param after the state after the transition that the event belongs to
    OutgoingEvent announce(String id, S after, E event);
}
