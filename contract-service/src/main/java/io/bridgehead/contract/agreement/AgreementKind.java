package io.bridgehead.contract.agreement;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What the parties agree on; an intent has the same kinds.
public enum AgreementKind {
    @JsonProperty("technologyCooperation")
    TECHNOLOGY_COOPERATION("科技合作协议"),
    @JsonProperty("investment")
    INVESTMENT("投资协议"),
    @JsonProperty("pilotTesting")
    PILOT_TESTING("中试合作协议");

    private final String heading;

    AgreementKind(String heading) {
        this.heading = heading;
    }

    /// What stands above the agreement's document.
    String heading() {
        return heading;
    }
}
