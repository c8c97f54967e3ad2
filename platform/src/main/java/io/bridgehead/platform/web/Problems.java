package io.bridgehead.platform.web;

import io.bridgehead.platform.documents.CommandId;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/// Makes problem details (RFC 9457) in the caller's language.
///
/// ```
/// { "type": "urn:bridgehead:problem:stale-version", "title": "…", "status": 412, "detail": "…",
///   "instance": "/api/v1/projects/…", "slug": "stale-version", "traceId": "4bf92f35…",
///   "errors": [{"field": "…", "code": "…", "message": "…"}] }
/// ```
///
/// The texts are `<slug>.title` and `<slug>.detail` in the modules' `messages/problems.properties`
/// and `messages/problems_en.properties`, patterns of [java.text.MessageFormat]: an apostrophe is
/// written twice.
public final class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private static final String TYPE = "urn:bridgehead:problem:";

    private static final String TRACE = "traceId";

    private static final ProblemMessages MESSAGES =
            ProblemMessages.load(Problems.class.getClassLoader());

    private Problems() {}

    /// @param slug stable and lower-case: what a program tells problems apart by
    /// @param arguments fill the places `{0}`, `{1}` … of title and detail
    public static ProblemDetail of(HttpStatus status, String slug, Object... arguments) {
        return of((HttpStatusCode) status, slug, arguments);
    }

    private static ProblemDetail of(HttpStatusCode status, String slug, Object... arguments) {
        Locale locale = LocaleContextHolder.getLocale();
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create(TYPE + slug));
        problem.setTitle(text(slug + ".title", locale, arguments).orElse(slug));
        text(slug + ".detail", locale, arguments).ifPresent(problem::setDetail);
        problem.setProperty("slug", slug);
        problem.setProperty(TRACE, traceId());
        return problem;
    }

    /// For refusals that HTTP itself has a name for.
    static ProblemDetail ofStatus(HttpStatusCode status) {
        String slug =
                switch (status.value()) {
                    case 400 -> "unreadable-request";
                    case 401 -> "not-signed-in";
                    case 403 -> "not-allowed";
                    case 404 -> "not-found";
                    case 405 -> "method-not-allowed";
                    case 406 -> "not-acceptable";
                    case 415 -> "unsupported-media-type";
                    case 503 -> "unavailable";
                    default -> status.is4xxClientError() ? "refused" : "internal-error";
                };
        return of(status, slug);
    }

    /// 400 `invalid-request` with every field that is wrong.
    static ProblemDetail invalid(List<Wrong> errors) {
        ProblemDetail problem = of(HttpStatus.BAD_REQUEST, "invalid-request");
        problem.setProperty("errors", errors);
        return problem;
    }

    /// One entry of the member `errors`.
    record Wrong(String field, String code, String message) {

        static Wrong of(FieldError error) {
            return new Wrong(
                    error.field(),
                    error.code(),
                    text(key(error), LocaleContextHolder.getLocale(), error.arguments().toArray())
                            .orElse(error.code()));
        }

        /// @param otherwise what is told where we have no words of our own
        static Wrong of(FieldError error, String otherwise) {
            return new Wrong(
                    error.field(),
                    error.code(),
                    MESSAGES.find(key(error), LocaleContextHolder.getLocale()).orElse(otherwise));
        }

        private static String key(FieldError error) {
            return "field." + error.code();
        }
    }

    /// A missing text is the programmer's fault and no reason to tell the caller something else.
    private static Optional<String> text(String key, Locale locale, Object... arguments) {
        Optional<String> text = MESSAGES.find(key, locale, arguments);
        if (text.isEmpty()) {
            log.error("no problem text {}", key);
        }
        return text;
    }

    /// The trace of the request, or a number of its own where none is recorded, to look for in the log.
    private static String traceId() {
        String traceId = MDC.get(TRACE);
        return traceId != null ? traceId : CommandId.newId().replace("-", "");
    }

    static String traceIdOf(ProblemDetail problem) {
        Map<String, Object> members = problem.getProperties();
        return members == null ? "" : String.valueOf(members.get(TRACE));
    }
}
