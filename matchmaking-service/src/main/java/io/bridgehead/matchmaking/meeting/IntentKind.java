package io.bridgehead.matchmaking.meeting;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What two sides can intend.
public enum IntentKind {
    /// 科技合作
    @JsonProperty("technologyCooperation")
    TECHNOLOGY_COOPERATION,
    /// 投资
    @JsonProperty("investment")
    INVESTMENT,
    /// 中试合作
    @JsonProperty("pilotTesting")
    PILOT_TESTING
}
