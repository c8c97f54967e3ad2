package io.bridgehead.matchmaking.meeting;

import io.bridgehead.matchmaking.Money;
import io.bridgehead.matchmaking.meeting.Meeting.Matter;
import io.bridgehead.matchmaking.meeting.RecordingIntents.Words;
import io.bridgehead.matchmaking.meeting.RequestingMeetings.Request;
import io.bridgehead.matchmaking.offer.CounterpartKind;
import io.bridgehead.matchmaking.offer.Side;
import io.bridgehead.matchmaking.timetable.Slot;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.MayCall;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.identity.SignedInMayCall;
import io.bridgehead.platform.web.Etags;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/meetings")
class MeetingController {

    private final RequestingMeetings requesting;
    private final AnsweringMeetings answering;
    private final RecordingIntents recording;
    private final Meetings meetings;

    MeetingController(
            RequestingMeetings requesting,
            AnsweringMeetings answering,
            RecordingIntents recording,
            Meetings meetings) {
        this.requesting = requesting;
        this.answering = answering;
        this.recording = recording;
        this.meetings = meetings;
    }

    record Asked(@NotNull CounterpartKind kind, @NotBlank String id) {}

    record Asking(
            @NotBlank String project,
            @NotNull @Valid Asked counterpart,
            @Nullable @Size(max = 500) String message) {

        Request toRequest() {
            return new Request(project, counterpart.kind(), counterpart.id(), message);
        }
    }

    record Reason(@NotBlank @Size(max = 500) String reason) {}

    record IntentBody(
            @NotNull IntentKind kind,
            @NotBlank @Size(max = 200) String title,
            @NotBlank @Size(max = 4000) String summary,
            @Nullable @Valid Money amount) {

        Words toWords() {
            return new Words(kind, title, summary, amount);
        }
    }

    record IntentAnswer(String id, IntentKind kind, String title) {

        static IntentAnswer of(Meeting.Intent intent) {
            return new IntentAnswer(intent.id(), intent.kind(), intent.title());
        }
    }

    /// @param sides the project's first
    /// @param reason why it was declined, in the words of whoever did, or why it has no place:
    ///     `timetableNotOpen`, `tablesTaken`, `noCommonSlot`
    record Answer(
            String id,
            String edition,
            String project,
            String projectTitle,
            Counterpart counterpart,
            String title,
            List<Side> sides,
            Meeting.State state,
            Party askedBy,
            @Nullable String message,
            @Nullable Slot slot,
            @Nullable String table,
            @Nullable String reason,
            @Nullable IntentAnswer intent,
            long version) {

        static Answer of(Versioned<Meeting> versioned) {
            return switch (versioned.state()) {
                case Meeting.Requested _, Meeting.Accepted _, Meeting.Cancelled _ ->
                        of(versioned, null, null, null, null);
                case Meeting.Unplaced(Matter _, String reason) ->
                        of(versioned, null, null, reason, null);
                case Meeting.Declined(Matter _, String reason) ->
                        of(versioned, null, null, reason, null);
                case Meeting.Scheduled(Matter _, Slot slot, String table) ->
                        of(versioned, slot, table, null, null);
                case Meeting.IntentRecorded(
                                Matter _,
                                Slot slot,
                                String table,
                                Meeting.Intent intent) ->
                        of(versioned, slot, table, null, IntentAnswer.of(intent));
            };
        }

        private static Answer of(
                Versioned<Meeting> versioned,
                @Nullable Slot slot,
                @Nullable String table,
                @Nullable String reason,
                @Nullable IntentAnswer intent) {
            Meeting meeting = versioned.state();
            Matter matter = meeting.matter();
            return new Answer(
                    versioned.id(),
                    matter.edition(),
                    matter.project(),
                    matter.projectTitle(),
                    matter.counterpart(),
                    matter.title(),
                    matter.sides(),
                    meeting.state(),
                    matter.askedBy(),
                    matter.message(),
                    slot,
                    table,
                    reason,
                    intent,
                    versioned.version());
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @MayCall({Role.CITY_OFFICER, Role.PARTNER_SYSTEM, Role.ORGANISATION})
    ResponseEntity<Answer> request(
            Caller caller, CommandId command, @Valid @RequestBody Asking body) {
        Versioned<Meeting> requested = requesting.request(caller, command, body.toRequest());
        return ResponseEntity.created(URI.create("/api/v1/meetings/" + requested.id()))
                .eTag(Etags.of(requested.version()))
                .body(Answer.of(requested));
    }

    @GetMapping
    @SignedInMayCall
    Page<Answer> list(
            Caller caller,
            @RequestParam @Nullable String edition,
            @RequestParam Meeting.@Nullable State state,
            @RequestParam @Nullable String city,
            @RequestParam @Nullable String project,
            @RequestParam @Nullable String delegate,
            PageQuery page) {
        return meetings.page(
                        new Meetings.Query(edition, state, city, project, delegate),
                        Viewer.of(caller),
                        page)
                .map(Answer::of);
    }

    @GetMapping("/{id}")
    @SignedInMayCall
    ResponseEntity<Answer> get(Caller caller, @PathVariable String id) {
        return tagged(meetings.get(id, Viewer.of(caller)));
    }

    @PostMapping("/{id}/accept")
    @MayCall({Role.CITY_OFFICER, Role.PARTNER_SYSTEM, Role.ORGANISATION})
    ResponseEntity<Answer> accept(Caller caller, CommandId command, @PathVariable String id) {
        return tagged(answering.accept(caller, command, id));
    }

    @PostMapping("/{id}/decline")
    @MayCall({Role.CITY_OFFICER, Role.PARTNER_SYSTEM, Role.ORGANISATION})
    ResponseEntity<Answer> decline(
            Caller caller,
            CommandId command,
            @PathVariable String id,
            @Valid @RequestBody Reason reason) {
        return tagged(answering.decline(caller, command, id, reason.reason()));
    }

    @PostMapping("/{id}/cancel")
    @MayCall({Role.CITY_OFFICER, Role.PARTNER_SYSTEM, Role.ORGANISATION})
    ResponseEntity<Answer> cancel(Caller caller, CommandId command, @PathVariable String id) {
        return tagged(answering.cancel(caller, command, id));
    }

    @PostMapping("/{id}/intent")
    @MayCall({Role.CITY_OFFICER, Role.PARTNER_SYSTEM, Role.ORGANISATION})
    ResponseEntity<Answer> intend(
            Caller caller,
            CommandId command,
            @PathVariable String id,
            @Valid @RequestBody IntentBody body) {
        return tagged(recording.record(caller, command, id, body.toWords()));
    }

    private static ResponseEntity<Answer> tagged(Versioned<Meeting> meeting) {
        return ResponseEntity.ok().eTag(Etags.of(meeting.version())).body(Answer.of(meeting));
    }
}
