package io.bridgehead.matchmaking.meeting;

import com.fasterxml.jackson.annotation.JsonProperty;

/// One of the two at the table.
public enum Party {
    @JsonProperty("project")
    PROJECT,
    @JsonProperty("counterpart")
    COUNTERPART;

    Party other() {
        return this == PROJECT ? COUNTERPART : PROJECT;
    }
}
