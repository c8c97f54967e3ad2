package io.bridgehead.matchmaking.project;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How far a project has come, by the round of money that it looks for.
public enum Stage {
    @JsonProperty("seed")
    SEED(0),
    @JsonProperty("angel")
    ANGEL(1),
    @JsonProperty("preA")
    PRE_A(2),
    @JsonProperty("a")
    A(3),
    @JsonProperty("b")
    B(4),
    @JsonProperty("growth")
    GROWTH(5);

    private final int round;

    Stage(int round) {
        this.round = round;
    }

    /// @return rounds between the two; neighbours are 1 apart
    public int distance(Stage other) {
        return Math.abs(round - other.round);
    }
}
