package io.bridgehead.matchmaking.registration;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bridgehead.platform.privacy.PersonalText;
import org.jspecify.annotations.Nullable;

/// Someone whom a city sends to an edition.
///
/// @param organisation unified social credit code of the one that he is of
/// @param jobTitle null once the person is forgotten, as is the name
public record Delegate(
        String id,
        String edition,
        String city,
        String organisation,
        @Nullable String jobTitle,
        @Nullable PersonalText name,
        State state) {

    public enum State {
        @JsonProperty("registered")
        REGISTERED,
        @JsonProperty("approved")
        APPROVED,
        @JsonProperty("waiting")
        WAITING,
        @JsonProperty("confirmed")
        CONFIRMED,
        @JsonProperty("declined")
        DECLINED,
        @JsonProperty("withdrawn")
        WITHDRAWN,
        @JsonProperty("forgotten")
        FORGOTTEN
    }

    public boolean isConfirmed() {
        return state == State.CONFIRMED;
    }

    Delegate in(State next) {
        return next == State.FORGOTTEN
                ? new Delegate(id, edition, city, organisation, null, null, next)
                : new Delegate(id, edition, city, organisation, jobTitle, name, next);
    }
}
