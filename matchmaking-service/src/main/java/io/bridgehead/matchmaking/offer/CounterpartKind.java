package io.bridgehead.matchmaking.offer;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What a project can meet.
public enum CounterpartKind {
    @JsonProperty("fund")
    FUND,
    @JsonProperty("pilotBase")
    PILOT_BASE
}
