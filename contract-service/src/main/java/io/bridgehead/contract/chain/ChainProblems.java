package io.bridgehead.contract.chain;

import io.bridgehead.platform.web.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
final class ChainProblems {

    /// Seconds after which it is worth trying again.
    private static final String SOON = "5";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(ChangesRejection rejection) {
        String slug =
                switch (rejection) {
                    case ChangesRejection.TooManyListeners _ -> "too-many-listeners";
                    case ChangesRejection.NotReading _ -> "changes-away";
                };
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, SOON)
                .body(Problems.of(HttpStatus.SERVICE_UNAVAILABLE, slug));
    }
}
