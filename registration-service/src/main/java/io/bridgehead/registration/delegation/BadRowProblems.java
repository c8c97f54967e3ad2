package io.bridgehead.registration.delegation;

import io.bridgehead.platform.documents.WireNames;
import io.bridgehead.platform.web.Finding;
import io.bridgehead.platform.web.Problems;
import io.bridgehead.registration.delegation.sheet.SheetColumn;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
class BadRowProblems {

    /// As in every problem's `errors`.
    ///
    /// @param field `cells.phone`; `cells` for the row as a whole
    record Wrong(String field, String code, String message) {}

    @ExceptionHandler
    ProblemDetail on(BadRowRejection rejection, Locale language) {
        return switch (rejection) {
            case BadRowRejection.StillBad bad -> stillBad(bad.findings(), language);
            case BadRowRejection.Gone _ -> Problems.of(HttpStatus.GONE, "import-row-gone");
        };
    }

    private static ProblemDetail stillBad(List<Finding> findings, Locale language) {
        ProblemDetail problem = Problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "import-row-refused");
        problem.setProperty(
                "errors",
                findings.stream()
                        .map(finding ->
                                new Wrong(
                                        columnOf(finding)
                                                .map(column -> "cells." + WireNames.of(column))
                                                .orElse("cells"),
                                        finding.code(),
                                        text(finding, language)))
                        .toList());
        return problem;
    }

    static Optional<SheetColumn> columnOf(Finding finding) {
        return Optional.ofNullable(finding.column()).flatMap(SheetColumn::of);
    }

    private static String text(Finding finding, Locale language) {
        boolean english = language.getLanguage().equals(Locale.ENGLISH.getLanguage());
        return Objects.requireNonNull(finding.message().get(english ? "en" : "zh"));
    }
}
