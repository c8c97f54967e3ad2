package io.bridgehead.platform.events.operator;

import io.bridgehead.platform.documents.DocumentMissing;
import io.bridgehead.platform.events.Rebuild;
import io.bridgehead.platform.events.Subscriptions;
import io.bridgehead.platform.events.operator.OperatorRejection.NoRebuildRunning;
import io.bridgehead.platform.events.operator.OperatorRejection.RebuildRunning;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.MayCall;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.web.FieldError;
import io.bridgehead.platform.web.InvalidRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Views that are thrown away and filled again from the topics, while the old ones answer. There is
/// one rebuild of a subscription's views at a time, and the last one is remembered.
@RestController
@RequestMapping("/api/v1/services/${bridgehead.events.service}/rebuilds")
class RebuildController {

    private static final Logger log = LoggerFactory.getLogger(RebuildController.class);

    private final Subscriptions subscriptions;

    RebuildController(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /// @param subscription whose views are to be filled anew
    record Order(@NotBlank String subscription) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @MayCall(Role.OPERATOR)
    ResponseEntity<Rebuild> begin(
            Caller caller, HttpServletRequest request, @Valid @RequestBody Order order) {
        String name = order.subscription();
        List<String> rebuildable = subscriptions.rebuildable();
        if (!rebuildable.contains(name)) {
            throw new InvalidRequest(
                    List.of(
                            new FieldError(
                                    "subscription", "one-of", String.join(", ", rebuildable))));
        }
        if (!subscriptions.rebuild(name)) {
            throw new RebuildRunning(name);
        }
        log.warn("{} has the views of {} built anew", caller.subject(), name);
        return ResponseEntity.accepted()
                .location(URI.create(request.getRequestURI() + "/" + name))
                .body(last(name));
    }

    @GetMapping("/{subscription}")
    @MayCall(Role.OPERATOR)
    Rebuild get(@PathVariable String subscription) {
        return last(subscription);
    }

    /// The views are then as they were before it.
    @DeleteMapping("/{subscription}")
    @MayCall(Role.OPERATOR)
    Rebuild cancel(Caller caller, @PathVariable String subscription) {
        Rebuild before = last(subscription);
        if (!subscriptions.cancelRebuild(subscription)) {
            throw new NoRebuildRunning(subscription);
        }
        log.warn("{} cancelled the rebuild of {}", caller.subject(), subscription);
        return new Rebuild(subscription, Rebuild.State.CANCELLED, before.seen(), before.total());
    }

    private Rebuild last(String subscription) {
        if (!subscriptions.rebuildable().contains(subscription)) {
            throw new DocumentMissing("rebuilds", subscription);
        }
        return subscriptions
                .lastRebuild(subscription)
                .orElseThrow(() -> new DocumentMissing("rebuilds", subscription));
    }
}
