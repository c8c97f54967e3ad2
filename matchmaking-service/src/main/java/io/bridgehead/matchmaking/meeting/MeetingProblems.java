package io.bridgehead.matchmaking.meeting;

import io.bridgehead.matchmaking.meeting.MeetingRejection.AlreadyAnswered;
import io.bridgehead.matchmaking.meeting.MeetingRejection.AlreadyAsked;
import io.bridgehead.matchmaking.meeting.MeetingRejection.ContactAway;
import io.bridgehead.matchmaking.meeting.MeetingRejection.InConflict;
import io.bridgehead.matchmaking.meeting.MeetingRejection.NotScheduled;
import io.bridgehead.matchmaking.meeting.MeetingRejection.Over;
import io.bridgehead.matchmaking.meeting.MeetingRejection.OwnRequest;
import io.bridgehead.matchmaking.meeting.MeetingRejection.SameSide;
import io.bridgehead.platform.documents.WireNames;
import io.bridgehead.platform.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
class MeetingProblems {

    @ExceptionHandler
    ProblemDetail on(MeetingRejection rejection) {
        return switch (rejection) {
            case AlreadyAsked asked -> {
                ProblemDetail problem = conflict("meeting-already-asked");
                problem.setProperty("meeting", asked.meeting());
                yield problem;
            }
            case InConflict _ -> conflict("meeting-in-conflict");
            case SameSide _ -> conflict("meeting-same-side");
            case ContactAway away -> conflict("meeting-contact-away", away.organisationName());
            case OwnRequest _ -> Problems.of(HttpStatus.FORBIDDEN, "meeting-own-request");
            case AlreadyAnswered answered ->
                    conflict("meeting-already-answered", WireNames.of(answered.state()));
            case Over over -> conflict("meeting-over", WireNames.of(over.state()));
            case NotScheduled not -> conflict("meeting-not-scheduled", WireNames.of(not.state()));
        };
    }

    private static ProblemDetail conflict(String slug, Object... arguments) {
        return Problems.of(HttpStatus.CONFLICT, slug, arguments);
    }
}
