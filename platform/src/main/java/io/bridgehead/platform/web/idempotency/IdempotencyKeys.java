package io.bridgehead.platform.web.idempotency;

import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.web.BoundedRequest;
import io.bridgehead.platform.web.idempotency.Answers.Answered;
import io.bridgehead.platform.web.idempotency.Answers.Claimed;
import io.bridgehead.platform.web.idempotency.Answers.Reused;
import io.bridgehead.platform.web.idempotency.Answers.Running;
import io.bridgehead.platform.web.idempotency.IdempotencyRefusal.KeyMalformed;
import io.bridgehead.platform.web.idempotency.IdempotencyRefusal.KeyMissing;
import io.bridgehead.platform.web.idempotency.IdempotencyRefusal.KeyReused;
import io.bridgehead.platform.web.idempotency.IdempotencyRefusal.StillRunning;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.http.server.RequestPath;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// Stands before every POST of the public API, behind the question who may call it: claims the key, or
/// repeats the answer that was kept for it.
final class IdempotencyKeys implements HandlerInterceptor {

    static final int SHORTEST = 16;
    static final int LONGEST = 200;

    static final String HEADER = "Idempotency-Key";

    /// Says of an answer that it is a repetition.
    static final String REPLAYED = "Idempotency-Replayed";

    static final String CLAIM = IdempotencyKeys.class.getName() + ".claim";

    private static final Pattern KEY =
            Pattern.compile("[\\x21-\\x7E]{" + SHORTEST + "," + LONGEST + "}");

    private static final PathPattern API = PathPatternParser.defaultInstance.parse("/api/v1/**");

    private final Answers answers;

    IdempotencyKeys(Answers answers) {
        this.answers = answers;
    }

    static boolean standBefore(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && API.matches(pathOf(request))
                && request.getDispatcherType() == DispatcherType.REQUEST;
    }

    /// As controllers are found by it: `/%61pi/v1/notes` is `/api/v1/notes`.
    private static PathContainer pathOf(HttpServletRequest request) {
        return RequestPath.parse(request.getRequestURI(), request.getContextPath())
                .pathWithinApplication();
    }

    private static String decoded(PathContainer path) {
        return path.elements().stream()
                .map(element ->
                        element instanceof PathSegment segment
                                ? segment.valueToMatch()
                                : element.value())
                .collect(Collectors.joining());
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!standBefore(request)) {
            return true;
        }
        String key = keyOf(request);
        CommandId command =
                CommandId.derivedFrom(
                        "request",
                        subjectOf(request),
                        request.getMethod(),
                        decoded(pathOf(request)),
                        key);
        Seal seal = new Seal(command, key);
        byte[] fingerprint =
                seal.fingerprint(
                        Objects.requireNonNullElse(request.getQueryString(), ""),
                        BoundedRequest.bodyOf(request));
        return switch (answers.claim(command, fingerprint, seal)) {
            case Claimed claim -> {
                request.setAttribute(CLAIM, claim);
                yield true;
            }
            case Answered(Answer answer) -> {
                response.setHeader(REPLAYED, "true");
                answer.writeTo(response);
                yield false;
            }
            case Running() -> throw new StillRunning();
            case Reused() -> throw new KeyReused();
        };
    }

    private static String keyOf(HttpServletRequest request) {
        String key = request.getHeader(HEADER);
        if (key == null) {
            throw new KeyMissing();
        }
        if (!KEY.matcher(key).matches()) {
            throw new KeyMalformed();
        }
        return key;
    }

    private static String subjectOf(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        return principal == null ? "" : principal.getName();
    }
}
