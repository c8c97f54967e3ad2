package io.bridgehead.platform.events.operator;

import io.bridgehead.platform.documents.DocumentMissing;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.events.ParkedEvent;
import io.bridgehead.platform.events.ParkedEvents;
import io.bridgehead.platform.events.operator.OperatorRejection.Unreadable;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.MayCall;
import io.bridgehead.platform.identity.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/// The events that this service could not handle. What an operator does to them is logged with his
/// name. Their data is what the topics hold: of people, ciphertexts.
@RestController
@RequestMapping("/api/v1/services/${bridgehead.events.service}/parked-events")
class ParkedEventController {

    private static final Logger log = LoggerFactory.getLogger(ParkedEventController.class);

    private final ParkedEvents parkedEvents;

    ParkedEventController(ParkedEvents parkedEvents) {
        this.parkedEvents = parkedEvents;
    }

    /// @param reason why the handler failed; absent for one that waits behind another
    /// @param replaying it was asked for, and is tried as soon as its consumer gets to it
    record Parked(
            String id,
            String subscription,
            String topic,
            String subject,
            long sequence,
            String type,
            boolean mended,
            @Nullable String reason,
            Instant parkedAt,
            boolean replaying) {

        static Parked of(ParkedEvent event) {
            return new Parked(
                    event.id(),
                    event.subscription(),
                    event.topic(),
                    event.subject(),
                    event.sequence(),
                    event.type(),
                    event.mended(),
                    event.reason(),
                    event.parkedAt(),
                    event.replaying());
        }
    }

    /// @param data the event's JSON; as text where it is none
    record ParkedWithData(
            String id,
            String subscription,
            String topic,
            String subject,
            long sequence,
            String type,
            boolean mended,
            @Nullable String reason,
            Instant parkedAt,
            boolean replaying,
            JsonNode data) {

        static ParkedWithData of(ParkedEvent event) {
            return new ParkedWithData(
                    event.id(),
                    event.subscription(),
                    event.topic(),
                    event.subject(),
                    event.sequence(),
                    event.type(),
                    event.mended(),
                    event.reason(),
                    event.parkedAt(),
                    event.replaying(),
                    json(event.data()));
        }

        private static JsonNode json(String data) {
            try {
                return Documents.EVENT_JSON.readTree(data);
            } catch (JacksonException e) {
                return StringNode.valueOf(data);
            }
        }
    }

    /// @param data what the event should have said
    record Mending(@NotNull Map<String, @Nullable Object> data) {}

    @GetMapping
    @MayCall(Role.OPERATOR)
    Page<Parked> list(PageQuery page) {
        return parkedEvents.page(page).map(Parked::of);
    }

    @GetMapping("/{id}")
    @MayCall(Role.OPERATOR)
    ParkedWithData get(@PathVariable String id) {
        return ParkedWithData.of(find(id));
    }

    /// Without `If-Match`: an event is parked as it came and has no state that two operators could
    /// each have changed a part of. The data is replaced as a whole, and nothing happens before a
    /// replay.
    @PutMapping("/{id}")
    @MayCall(Role.OPERATOR)
    ParkedWithData mend(
            Caller caller, @PathVariable String id, @Valid @RequestBody Mending mending) {
        if (!find(id).readable()) {
            throw new Unreadable(id);
        }
        ParkedEvent mended = parkedEvents.mend(id, mending.data()).orElseThrow(() -> missing(id));
        log.warn("{} mended the parked event {}", caller.subject(), id);
        return ParkedWithData.of(mended);
    }

    /// Begins with the first event that is parked of this one's aggregate, whichever is named.
    @PostMapping("/{id}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @MayCall(Role.OPERATOR)
    ResponseEntity<Parked> replay(Caller caller, @PathVariable String id) {
        ParkedEvent first = parkedEvents.replay(id).orElseThrow(() -> missing(id));
        log.warn("{} replays from the parked event {} on", caller.subject(), first.id());
        return ResponseEntity.accepted().body(Parked.of(first));
    }

    /// Answers with what is gone now.
    @DeleteMapping("/{id}")
    @MayCall(Role.OPERATOR)
    ParkedWithData discard(Caller caller, @PathVariable String id) {
        ParkedEvent discarded = parkedEvents.discard(id).orElseThrow(() -> missing(id));
        log.warn("{} discarded the parked event {}", caller.subject(), id);
        return ParkedWithData.of(discarded);
    }

    private ParkedEvent find(String id) {
        return parkedEvents.find(id).orElseThrow(() -> missing(id));
    }

    private static DocumentMissing missing(String id) {
        return new DocumentMissing("parkedEvents", id);
    }
}
