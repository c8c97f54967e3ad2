package io.bridgehead.matchmaking.suggestion;

import com.fasterxml.jackson.annotation.JsonProperty;

/// One criterion's part in a match, none too poor to be told.
///
/// @param points what it adds to the match, out of 100 for all criteria together
record Reason(Code code, int points, String zh, String en) {

    /// The criterion and the grade that it reached.
    enum Code {
        @JsonProperty("industrySame")
        INDUSTRY_SAME,
        @JsonProperty("industryParentOrChild")
        INDUSTRY_PARENT_OR_CHILD,
        @JsonProperty("industrySibling")
        INDUSTRY_SIBLING,
        @JsonProperty("stageInMandate")
        STAGE_IN_MANDATE,
        @JsonProperty("stageAdjacent")
        STAGE_ADJACENT,
        @JsonProperty("stageOutside")
        STAGE_OUTSIDE,
        @JsonProperty("askInside")
        ASK_INSIDE,
        /// The fund covers half of the ask, or more.
        @JsonProperty("askPartly")
        ASK_PARTLY,
        @JsonProperty("askAbove")
        ASK_ABOVE,
        @JsonProperty("askBelow")
        ASK_BELOW,
        @JsonProperty("askInOtherCurrency")
        ASK_IN_OTHER_CURRENCY,
        @JsonProperty("capacityFree")
        CAPACITY_FREE,
        @JsonProperty("capacityTaken")
        CAPACITY_TAKEN,
        @JsonProperty("cityAcross")
        CITY_ACROSS,
        @JsonProperty("citySame")
        CITY_SAME
    }
}
