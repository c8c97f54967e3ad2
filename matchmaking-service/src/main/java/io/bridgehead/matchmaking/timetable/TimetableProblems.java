package io.bridgehead.matchmaking.timetable;

import io.bridgehead.matchmaking.timetable.TimetableRejection.AlreadyOpen;
import io.bridgehead.platform.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
class TimetableProblems {

    @ExceptionHandler
    ProblemDetail on(TimetableRejection rejection) {
        return switch (rejection) {
            case AlreadyOpen _ -> Problems.of(HttpStatus.CONFLICT, "timetable-open");
        };
    }
}
