package io.bridgehead.contract.agreement;

import io.bridgehead.platform.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
final class AgreementProblems {

    @ExceptionHandler(RecordUnreadable.class)
    ProblemDetail onRecordUnreadable() {
        return Problems.of(HttpStatus.CONFLICT, "record-unreadable");
    }
}
