package io.bridgehead.registration.delegate;

import io.bridgehead.platform.documents.WireNames;
import io.bridgehead.platform.web.Problems;
import io.bridgehead.registration.delegate.DelegateRejection.AlreadyDecided;
import io.bridgehead.registration.delegate.DelegateRejection.IsForgotten;
import io.bridgehead.registration.delegate.DelegateRejection.NoDelegate;
import io.bridgehead.registration.delegate.DelegateRejection.NotTakingPart;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
class DelegateProblems {

    @ExceptionHandler
    ProblemDetail on(DelegateRejection rejection) {
        return switch (rejection) {
            case AlreadyDecided decided ->
                    Problems.of(
                            HttpStatus.CONFLICT,
                            "delegate-already-decided",
                            WireNames.of(decided.state()));
            case NotTakingPart absent ->
                    Problems.of(
                            HttpStatus.CONFLICT,
                            "delegate-not-taking-part",
                            WireNames.of(absent.state()));
            case NoDelegate _ -> Problems.of(HttpStatus.NOT_FOUND, "no-delegate");
            case IsForgotten _ -> Problems.of(HttpStatus.GONE, "delegate-forgotten");
        };
    }
}
