package io.bridgehead.registration.edition;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What a guest comes as; places are counted by it.
public enum GuestKind {
    @JsonProperty("delegate")
    DELEGATE,
    @JsonProperty("investor")
    INVESTOR,
    @JsonProperty("expert")
    EXPERT,
    @JsonProperty("projectTeam")
    PROJECT_TEAM
}
