package io.bridgehead.registration.delegation;

import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.MayCall;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.identity.SignedInMayCall;
import io.bridgehead.platform.web.Finding;
import io.bridgehead.platform.web.Operation;
import io.bridgehead.platform.web.Operations;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class ImportController {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final RegisteringDelegations delegations;
    private final LookingUpImports imports;
    private final Operations operations;

    ImportController(
            RegisteringDelegations delegations, LookingUpImports imports, Operations operations) {
        this.delegations = delegations;
        this.imports = imports;
        this.operations = operations;
    }

    record Answer(
            String id,
            String kind,
            Operation.State state,
            int done,
            int total,
            List<Finding> findings,
            Map<String, String> about,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String failure) {

        static Answer of(Operation operation) {
            return new Answer(
                    operation.id(),
                    operation.kind(),
                    operation.state(),
                    operation.done(),
                    operation.total(),
                    operation.findings(),
                    operation.about(),
                    operation.startedAt(),
                    operation.finishedAt(),
                    operation.failure());
        }
    }

    /// @param xlsx the sheet's first worksheet is the list
    @PostMapping(path = "/api/v1/delegations/{id}/imports", consumes = XLSX)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @MayCall({Role.CITY_OFFICER, Role.PARTNER_SYSTEM, Role.DELEGATION_LEADER})
    ResponseEntity<Answer> start(
            Caller caller, CommandId command, @PathVariable String id, @RequestBody byte[] xlsx) {
        Versioned<Delegation> delegation = delegations.own(caller, id);
        Operation operation =
                operations.start(
                        ImportingDelegations.KIND,
                        command,
                        caller,
                        ImportingDelegations.about(delegation.id()),
                        xlsx);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + operation.id()))
                .body(Answer.of(operation));
    }

    /// @param delegation whose imports
    @GetMapping("/api/v1/imports")
    @SignedInMayCall
    Page<Answer> list(Caller caller, @RequestParam String delegation, PageQuery page) {
        return imports.page(caller, delegation, page).map(Answer::of);
    }

    @GetMapping("/api/v1/imports/{id}")
    @SignedInMayCall
    Answer get(Caller caller, @PathVariable String id) {
        return Answer.of(imports.visible(caller, id));
    }

    @GetMapping(
            path = "/api/v1/imports/{id}/progress",
            produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @SignedInMayCall
    SseEmitter progress(Caller caller, @PathVariable String id) {
        return operations.progress(imports.visible(caller, id).id());
    }

    @DeleteMapping("/api/v1/imports/{id}")
    @MayCall({Role.CITY_OFFICER, Role.PARTNER_SYSTEM, Role.DELEGATION_LEADER})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(Caller caller, @PathVariable String id) {
        var _ = imports.own(caller, id);
        operations.cancel(id);
    }
}
