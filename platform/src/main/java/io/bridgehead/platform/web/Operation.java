package io.bridgehead.platform.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Long work, and in JSON what is shown of it: by the request for it and by its stream of events alike.
///
/// @param kind names the [OperationWork]
/// @param done steps behind it
/// @param total steps in all; 0 while that is not known
/// @param about what the work concerns, by the feature's own names: `delegation` → its id
/// @param owner the subject of the caller who asked for it; an account's id, which nobody is shown
/// @param failure a slug; the log says more under the operation's id. Null unless the work failed
public record Operation(
        String id,
        String kind,
        State state,
        int done,
        int total,
        List<Finding> findings,
        Map<String, String> about,
        @JsonIgnore String owner,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String failure) {

    public Operation {
        findings = List.copyOf(findings);
        about = Map.copyOf(about);
    }

    public enum State {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
