package io.bridgehead.platform.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The last rebuild of a subscription's views, under way or over.
///
/// @param seen how many of the events are in the new views
/// @param total events there were when it was asked for
public record Rebuild(String subscription, State state, long seen, long total) {

    public enum State {
        @JsonProperty("running")
        RUNNING,

        /// The new views answer.
        @JsonProperty("done")
        DONE,

        /// The views are those that there were before.
        @JsonProperty("cancelled")
        CANCELLED
    }
}
