package io.bridgehead.gateway.door;

import java.util.Optional;
import org.springframework.http.HttpStatus;

/// What the gateway itself answers when a request cannot go on. Its texts are `<slug>.title` and
/// `<slug>.detail` in `messages/problems.properties` (Chinese) and `messages/problems_en.properties`.
public enum Problem {
    MALFORMED_REQUEST(HttpStatus.BAD_REQUEST, "malformed-request"),
    INVALID_TOKEN(HttpStatus.UNAUTHORIZED, "invalid-token"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "not-found"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "too-large"),
    ADDRESS_TOO_LONG(HttpStatus.URI_TOO_LONG, "address-too-long"),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests"),
    HEADERS_TOO_LARGE(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "headers-too-large"),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error"),
    SERVICE_FAILED(HttpStatus.BAD_GATEWAY, "service-failed"),
    SERVICE_AWAY(HttpStatus.SERVICE_UNAVAILABLE, "service-away"),
    OVERLOADED(HttpStatus.SERVICE_UNAVAILABLE, "overloaded"),
    SIGN_IN_AWAY(HttpStatus.SERVICE_UNAVAILABLE, "sign-in-away"),
    SERVICE_TOO_SLOW(HttpStatus.GATEWAY_TIMEOUT, "service-too-slow");

    private final HttpStatus status;
    private final String slug;

    Problem(HttpStatus status, String slug) {
        this.status = status;
        this.slug = slug;
    }

    public HttpStatus status() {
        return status;
    }

    /// Stable and lower-case: what a program tells problems apart by.
    public String slug() {
        return slug;
    }

    static Optional<Problem> withSlug(String slug) {
        for (Problem problem : values()) {
            if (problem.slug.equals(slug)) {
                return Optional.of(problem);
            }
        }
        return Optional.empty();
    }
}
