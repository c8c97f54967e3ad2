package io.bridgehead.registration.places;

import io.bridgehead.registration.edition.GuestKind;

/// What happens to an edition's places.
sealed interface PlacesEvent {

    String delegate();

    String city();

    GuestKind kind();

    record Granted(String delegate, String city, GuestKind kind) implements PlacesEvent {}

    /// @param position from 1, at the moment of queueing; it falls as the line moves
    record Queued(String delegate, String city, GuestKind kind, int position)
            implements PlacesEvent {}

    /// A place was given back, or a turn in line.
    record Released(String delegate, String city, GuestKind kind) implements PlacesEvent {}
}
