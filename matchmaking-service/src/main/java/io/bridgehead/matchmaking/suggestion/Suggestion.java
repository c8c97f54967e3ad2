package io.bridgehead.matchmaking.suggestion;

import io.bridgehead.matchmaking.offer.CounterpartKind;
import io.bridgehead.matchmaking.offer.Offer;

/// Two who should meet.
///
/// @param project its id
/// @param counterpart its id
record Suggestion(
        String project,
        Offer projectOffer,
        CounterpartKind kind,
        String counterpart,
        Offer counterpartOffer,
        Match match) {}
