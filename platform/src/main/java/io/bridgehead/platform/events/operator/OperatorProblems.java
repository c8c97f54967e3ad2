package io.bridgehead.platform.events.operator;

import io.bridgehead.platform.events.operator.OperatorRejection.NoRebuildRunning;
import io.bridgehead.platform.events.operator.OperatorRejection.RebuildRunning;
import io.bridgehead.platform.events.operator.OperatorRejection.Unreadable;
import io.bridgehead.platform.web.Problems;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
final class OperatorProblems {

    private static final Logger log = LoggerFactory.getLogger(OperatorProblems.class);

    @ExceptionHandler
    ProblemDetail on(OperatorRejection rejection) {
        return switch (rejection) {
            case Unreadable _ -> Problems.of(HttpStatus.CONFLICT, "unreadable-event");
            case RebuildRunning _ -> Problems.of(HttpStatus.CONFLICT, "rebuild-running");
            case NoRebuildRunning _ -> Problems.of(HttpStatus.CONFLICT, "no-rebuild-running");
        };
    }

    @ExceptionHandler
    ProblemDetail on(KafkaException fault) {
        log.warn("the broker does not answer: {}", fault.toString());
        return Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
    }
}
