package io.bridgehead.contract.chain;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bridgehead.contract.agreement.Agreement;

/// How far a chain has got: the meeting's state, and from the draft on the agreement's, in their own
/// services' words.
public enum Stage {
    @JsonProperty("requested")
    REQUESTED,
    @JsonProperty("accepted")
    ACCEPTED,
    @JsonProperty("unplaced")
    UNPLACED,
    @JsonProperty("scheduled")
    SCHEDULED,
    @JsonProperty("declined")
    DECLINED,
    @JsonProperty("cancelled")
    CANCELLED,
    @JsonProperty("intentRecorded")
    INTENT_RECORDED,
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("partlySigned")
    PARTLY_SIGNED,
    @JsonProperty("signed")
    SIGNED;

    static Stage of(MeetingLink.State meeting) {
        return switch (meeting) {
            case REQUESTED -> REQUESTED;
            case ACCEPTED -> ACCEPTED;
            case UNPLACED -> UNPLACED;
            case SCHEDULED -> SCHEDULED;
            case DECLINED -> DECLINED;
            case CANCELLED -> CANCELLED;
            case INTENT_RECORDED -> INTENT_RECORDED;
        };
    }

    static Stage of(Agreement.State agreement) {
        return switch (agreement) {
            case DRAFT -> DRAFT;
            case PARTLY_SIGNED -> PARTLY_SIGNED;
            case SIGNED -> SIGNED;
        };
    }
}
