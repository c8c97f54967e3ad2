package io.bridgehead.matchmaking.meeting;

import io.bridgehead.matchmaking.Money;
import io.bridgehead.matchmaking.meeting.Meeting.Intent;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.web.FieldError;
import io.bridgehead.platform.web.InvalidRequest;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Either side records what the two mean to do together, which leads to a draft agreement.
@Service
class RecordingIntents {

    private final Meetings meetings;
    private final Clock clock;

    RecordingIntents(Meetings meetings, Clock clock) {
        this.meetings = meetings;
        this.clock = clock;
    }

    record Words(IntentKind kind, String title, String summary, @Nullable Money amount) {}

    Versioned<Meeting> record(Caller caller, CommandId command, String id, Words words) {
        meetings.get(id, Viewer.of(caller)).state().matter().requireParty(caller);
        if (words.amount() != null && !words.amount().hasKnownCurrency()) {
            throw new InvalidRequest(
                    List.of(new FieldError("amount.currency", "unknown-currency")));
        }
        Intent intent =
                new Intent(
                        command.idOf("intent"),
                        words.kind(),
                        words.title(),
                        words.summary(),
                        words.amount(),
                        clock.instant());
        return meetings.change(id, command, meeting -> meeting.intend(intent));
    }
}
