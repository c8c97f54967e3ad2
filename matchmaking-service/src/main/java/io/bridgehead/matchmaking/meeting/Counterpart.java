package io.bridgehead.matchmaking.meeting;

import io.bridgehead.matchmaking.offer.CounterpartKind;

/// Whom a project meets.
///
/// @param name as it was when the meeting was asked for
public record Counterpart(CounterpartKind kind, String id, String name) {}
