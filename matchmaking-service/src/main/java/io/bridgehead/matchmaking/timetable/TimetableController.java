package io.bridgehead.matchmaking.timetable;

import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.DocumentMissing;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.MayCall;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.identity.SignedInMayCall;
import io.bridgehead.platform.web.Etags;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/timetables")
class TimetableController {

    private final OpeningTimetables opening;
    private final Timetables timetables;

    TimetableController(OpeningTimetables opening, Timetables timetables) {
        this.opening = opening;
        this.timetables = timetables;
    }

    /// All bookings of an edition are in one document, which bounds how many there may be.
    record Body(
            @NotBlank String edition,
            @NotEmpty @Size(max = 100) List<@NotBlank @Size(max = 20) String> tables,
            @NotEmpty @Size(max = 100) List<@NotNull @Valid Slot> slots) {}

    record Answer(String edition, List<String> tables, List<Slot> slots, long version) {

        static Answer of(Versioned<Timetable> versioned) {
            Timetable timetable = versioned.state();
            return new Answer(
                    timetable.edition(),
                    timetable.tables(),
                    timetable.slots(),
                    versioned.version());
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @MayCall(Role.ORGANIZER)
    ResponseEntity<Answer> open(Caller caller, CommandId command, @Valid @RequestBody Body body) {
        Versioned<Timetable> opened =
                opening.open(caller, command, body.edition(), body.tables(), body.slots());
        return ResponseEntity.created(URI.create("/api/v1/timetables/" + body.edition()))
                .eTag(Etags.of(opened.version()))
                .body(Answer.of(opened));
    }

    @GetMapping("/{edition}")
    @SignedInMayCall
    ResponseEntity<Answer> get(@PathVariable String edition) {
        Versioned<Timetable> timetable =
                timetables
                        .find(edition)
                        .filter(found -> found.state().isOpen())
                        .orElseThrow(() -> new DocumentMissing("timetables", edition));
        return ResponseEntity.ok().eTag(Etags.of(timetable.version())).body(Answer.of(timetable));
    }
}
