package io.bridgehead.platform.web;

import com.mongodb.MongoException;
import io.bridgehead.platform.documents.DocumentExists;
import io.bridgehead.platform.documents.DocumentMissing;
import io.bridgehead.platform.documents.Faults;
import io.bridgehead.platform.documents.Overloaded;
import io.bridgehead.platform.documents.StaleVersion;
import io.bridgehead.platform.identity.NotAllowed;
import io.bridgehead.platform.web.Problems.Wrong;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.util.StringUtils;
import org.springframework.validation.BindException;
import org.springframework.validation.Errors;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/// Turns into problems what goes wrong in the same way in every feature. A feature's own advice comes
/// before it.
@RestControllerAdvice
final class PlatformProblems {

    private static final Logger log = LoggerFactory.getLogger(PlatformProblems.class);

    /// Seconds after which it is worth trying again.
    private static final String SOON = "2";

    // --- the documents

    @ExceptionHandler
    ProblemDetail on(DocumentMissing missing) {
        return Problems.of(HttpStatus.NOT_FOUND, "not-found");
    }

    @ExceptionHandler
    ProblemDetail on(DocumentExists exists) {
        return Problems.of(HttpStatus.CONFLICT, "already-exists");
    }

    @ExceptionHandler
    ProblemDetail on(StaleVersion stale) {
        return Problems.of(
                HttpStatus.PRECONDITION_FAILED, "stale-version", stale.expected(), stale.actual());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Overloaded overloaded) {
        log.warn("{}", overloaded.getMessage());
        return later("overloaded");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MongoException fault) {
        if (!Faults.mayPass(fault)) {
            throw fault;
        }
        log.warn("the database does not answer: {}", fault.toString());
        return later("unavailable");
    }

    // --- who calls

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(AuthenticationException refusal, HttpServletRequest request) {
        if (refusal instanceof AuthenticationServiceException) {
            log.warn(
                    "the realm does not give its keys: {}",
                    NestedExceptionUtils.getMostSpecificCause(refusal).toString());
            return later("sign-in-away");
        }
        log.debug("not signed in: {}", refusal.toString());
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null
                ? unauthorized("Bearer", "not-signed-in")
                : unauthorized("Bearer error=\"invalid_token\"", "invalid-token");
    }

    private static ResponseEntity<ProblemDetail> unauthorized(String challenge, String slug) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .body(Problems.of(HttpStatus.UNAUTHORIZED, slug));
    }

    @ExceptionHandler({NotAllowed.class, AccessDeniedException.class})
    ProblemDetail on(RuntimeException refusal) {
        log.debug("not allowed: {}", refusal.getMessage());
        return Problems.of(HttpStatus.FORBIDDEN, "not-allowed");
    }

    // --- what is asked

    @ExceptionHandler
    ProblemDetail on(InvalidRequest invalid) {
        return Problems.invalid(invalid.errors().stream().map(Wrong::of).toList());
    }

    @ExceptionHandler
    ProblemDetail on(TooLarge body) {
        return Problems.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", body.most());
    }

    @ExceptionHandler
    ProblemDetail on(HttpMessageNotReadableException unreadable) {
        return UnreadableJson.fieldOf(unreadable.getCause())
                .map(error -> Problems.invalid(List.of(Wrong.of(error))))
                .orElseGet(() -> Problems.of(HttpStatus.BAD_REQUEST, "unreadable-request"));
    }

    @ExceptionHandler
    ProblemDetail on(BindException invalid) {
        return Problems.invalid(wrongsOf("", invalid.getBindingResult()));
    }

    @ExceptionHandler
    ProblemDetail on(HandlerMethodValidationException invalid) {
        List<Wrong> wrongs = new ArrayList<>();
        for (ParameterValidationResult result : invalid.getParameterValidationResults()) {
            String parameter = requestName(result.getMethodParameter());
            if (result instanceof ParameterErrors errors) {
                Integer index = errors.getContainerIndex();
                wrongs.addAll(wrongsOf(index == null ? "" : "[" + index + "].", errors));
            } else {
                for (MessageSourceResolvable error : result.getResolvableErrors()) {
                    wrongs.add(wrongOf(parameter, error));
                }
            }
        }
        return Problems.invalid(wrongs);
    }

    @ExceptionHandler
    ProblemDetail on(TypeMismatchException mismatch) {
        String field =
                mismatch instanceof MethodArgumentTypeMismatchException argument
                        ? requestName(argument.getParameter())
                        : Objects.requireNonNullElse(mismatch.getPropertyName(), "");
        return Problems.invalid(
                List.of(Wrong.of(UnreadableJson.malformed(field, mismatch.getRequiredType()))));
    }

    @ExceptionHandler
    ProblemDetail on(MissingServletRequestParameterException missing) {
        return Problems.invalid(
                List.of(Wrong.of(new FieldError(missing.getParameterName(), "required"))));
    }

    /// Methods, media types and paths that there are not, and whatever names a problem itself.
    @ExceptionHandler({
        ServletException.class,
        ErrorResponseException.class,
        AsyncRequestTimeoutException.class
    })
    ResponseEntity<ProblemDetail> onRefused(Exception refusal) throws Exception {
        if (!(refusal instanceof ErrorResponse response)) {
            throw refusal;
        }
        boolean ours = response.getBody().getProperties() != null;
        return ResponseEntity.status(response.getStatusCode())
                .headers(response.getHeaders())
                .body(ours ? response.getBody() : Problems.ofStatus(response.getStatusCode()));
    }

    private static ResponseEntity<ProblemDetail> later(String slug) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, SOON)
                .body(Problems.of(HttpStatus.SERVICE_UNAVAILABLE, slug));
    }

    private static List<Wrong> wrongsOf(String prefix, Errors errors) {
        List<Wrong> wrongs = new ArrayList<>();
        for (ObjectError error : errors.getAllErrors()) {
            if (error instanceof org.springframework.validation.FieldError field) {
                String name = prefix + field.getField();
                wrongs.add(
                        field.isBindingFailure()
                                ? Wrong.of(
                                        UnreadableJson.malformed(
                                                name, errors.getFieldType(field.getField())))
                                : wrongOf(name, field));
            } else {
                wrongs.add(wrongOf(prefix, error));
            }
        }
        return wrongs;
    }

    /// A constraint's own message is in the caller's language already; where it speaks to
    /// programmers, ours comes before it.
    private static Wrong wrongOf(String field, MessageSourceResolvable error) {
        String[] codes = error.getCodes();
        String constraint =
                codes == null || codes.length == 0 ? "invalid" : codes[codes.length - 1];
        String code = constraint.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        return Wrong.of(
                new FieldError(field, code),
                Objects.requireNonNullElse(error.getDefaultMessage(), code));
    }

    private static String requestName(MethodParameter parameter) {
        RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
        @Nullable String name =
                named != null && StringUtils.hasText(named.name())
                        ? named.name()
                        : parameter.getParameterName();
        return Objects.requireNonNullElse(name, "");
    }
}
