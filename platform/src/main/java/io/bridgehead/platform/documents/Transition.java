package io.bridgehead.platform.documents;

import java.util.List;

/// What a command makes of a state: the state after it, and what happened. Plain values, so that the
/// domain knows neither database nor broker.
///
/// @param <S> the aggregate's state
/// @param <E> the aggregate's events
/// @param events in the order in which they happened; empty when the command found nothing to do
public record Transition<S, E>(S state, List<E> events) {

    public Transition {
        events = List.copyOf(events);
    }

    public static <S, E> Transition<S, E> to(S state, E event) {
        return new Transition<>(state, List.of(event));
    }

    /// The command found its work done: nothing is written and nobody is told.
    public static <S, E> Transition<S, E> none(S state) {
        return new Transition<>(state, List.of());
    }
}
