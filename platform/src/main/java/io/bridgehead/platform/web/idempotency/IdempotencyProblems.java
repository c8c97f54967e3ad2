package io.bridgehead.platform.web.idempotency;

import io.bridgehead.platform.web.Problems;
import io.bridgehead.platform.web.idempotency.IdempotencyRefusal.KeyMalformed;
import io.bridgehead.platform.web.idempotency.IdempotencyRefusal.KeyMissing;
import io.bridgehead.platform.web.idempotency.IdempotencyRefusal.KeyReused;
import io.bridgehead.platform.web.idempotency.IdempotencyRefusal.StillRunning;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
final class IdempotencyProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(IdempotencyRefusal refusal) {
        return switch (refusal) {
            case KeyMissing _ -> problem(HttpStatus.BAD_REQUEST, "idempotency-key-missing");
            case KeyMalformed _ ->
                    problem(
                            HttpStatus.BAD_REQUEST,
                            "idempotency-key-malformed",
                            IdempotencyKeys.SHORTEST,
                            IdempotencyKeys.LONGEST);
            case KeyReused _ -> problem(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused");
            case StillRunning _ ->
                    ResponseEntity.status(HttpStatus.CONFLICT)
                            .header(HttpHeaders.RETRY_AFTER, "1")
                            .body(Problems.of(HttpStatus.CONFLICT, "still-running"));
        };
    }

    private static ResponseEntity<ProblemDetail> problem(
            HttpStatus status, String slug, Object... arguments) {
        return ResponseEntity.status(status).body(Problems.of(status, slug, arguments));
    }
}
