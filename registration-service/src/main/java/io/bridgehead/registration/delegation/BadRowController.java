package io.bridgehead.registration.delegation;

import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.MayCall;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.identity.SignedInMayCall;
import io.bridgehead.platform.web.Finding;
import io.bridgehead.registration.delegation.sheet.SheetCells;
import io.bridgehead.registration.delegation.sheet.SheetColumn;
import io.bridgehead.registration.delegation.sheet.WrittenSheet;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The rows of an import that did not go in, for those who sent them, and the sheet to send.
@RestController
class BadRowController {

    private final CorrectingRows correcting;

    BadRowController(CorrectingRows correcting) {
        this.correcting = correcting;
    }

    /// @param column as in `cells`; null for the row as a whole
    record Wrong(@Nullable SheetColumn column, String code, Map<String, String> message) {

        static Wrong of(Finding finding) {
            return new Wrong(
                    BadRowProblems.columnOf(finding).orElse(null),
                    finding.code(),
                    finding.message());
        }
    }

    record Answer(int number, SheetCells cells, List<Wrong> findings) {

        static Answer of(CorrectingRows.Shown row) {
            return new Answer(
                    row.number(), row.cells(), row.findings().stream().map(Wrong::of).toList());
        }
    }

    record Correction(@NotNull @Valid SheetCells cells) {}

    /// @param delegate the id of whom the row became
    record Registered(String delegate) {}

    @GetMapping("/api/v1/imports/{id}/rows")
    @MayCall({Role.CITY_OFFICER, Role.PARTNER_SYSTEM, Role.DELEGATION_LEADER})
    ResponseEntity<Page<Answer>> list(
            Caller caller, CommandId command, @PathVariable String id, PageQuery page) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(correcting.page(caller, command, id, page).map(Answer::of));
    }

    @PutMapping("/api/v1/imports/{id}/rows/{number}")
    @MayCall({Role.CITY_OFFICER, Role.PARTNER_SYSTEM, Role.DELEGATION_LEADER})
    Registered correct(
            Caller caller,
            CommandId command,
            @PathVariable String id,
            @PathVariable int number,
            @Valid @RequestBody Correction correction) {
        return new Registered(correcting.correct(caller, command, id, number, correction.cells()));
    }

    @DeleteMapping("/api/v1/imports/{id}/rows/{number}")
    @MayCall({Role.CITY_OFFICER, Role.PARTNER_SYSTEM, Role.DELEGATION_LEADER})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(Caller caller, @PathVariable String id, @PathVariable int number) {
        correcting.discard(caller, id, number);
    }

    @GetMapping(path = "/api/v1/imports/{id}/bad-rows.xlsx", produces = ImportController.XLSX)
    @MayCall({Role.CITY_OFFICER, Role.PARTNER_SYSTEM, Role.DELEGATION_LEADER})
    ResponseEntity<byte[]> sheet(
            Caller caller, CommandId command, @PathVariable String id, Locale language) {
        return file("bad-rows.xlsx", correcting.sheet(caller, command, id, language));
    }

    @GetMapping(path = "/api/v1/delegation-sheet.xlsx", produces = ImportController.XLSX)
    @SignedInMayCall
    ResponseEntity<byte[]> template(Locale language) {
        return file("delegation-sheet.xlsx", WrittenSheet.template(language));
    }

    private static ResponseEntity<byte[]> file(String name, byte[] xlsx) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(xlsx);
    }
}
