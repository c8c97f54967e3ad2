package io.bridgehead.contract.signing;

import io.bridgehead.contract.agreement.SigningRejection;
import io.bridgehead.platform.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
final class SigningProblems {

    @ExceptionHandler
    ProblemDetail on(SigningRejection rejection) {
        return switch (rejection) {
            case SigningRejection.NotAParty no ->
                    Problems.of(HttpStatus.FORBIDDEN, "not-a-party", no.organisation());
            case SigningRejection.DigestDiffers digests ->
                    Problems.of(
                            HttpStatus.CONFLICT,
                            "digest-differs",
                            digests.shown(),
                            digests.actual());
            case SigningRejection.RecordAltered _ ->
                    Problems.of(HttpStatus.CONFLICT, "record-altered");
        };
    }
}
