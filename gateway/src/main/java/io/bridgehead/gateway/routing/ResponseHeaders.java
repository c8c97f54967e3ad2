package io.bridgehead.gateway.routing;

import java.util.Locale;
import java.util.Set;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/// What a caller hears of a service's headers: all that HTTP gives a meaning for him. Left out are
/// those between us and the service, those that the gateway sets itself, cookies, permissions for
/// other origins, and every `X-…`, for the API defines none.
final class ResponseHeaders implements HttpHeadersFilter {

    private static final Set<String> LEFT_OUT =
            Set.of(
                    // between two hops
                    "connection",
                    "keep-alive",
                    "proxy-authenticate",
                    "proxy-authentication-info",
                    "proxy-connection",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade",
                    // what we are made of
                    "alt-svc",
                    "server",
                    "server-timing",
                    "traceparent",
                    "tracestate",
                    "via",
                    // set at the door
                    "content-security-policy",
                    "content-security-policy-report-only",
                    "cross-origin-embedder-policy",
                    "cross-origin-opener-policy",
                    "cross-origin-resource-policy",
                    "permissions-policy",
                    "ratelimit",
                    "ratelimit-policy",
                    "referrer-policy",
                    "strict-transport-security",
                    // not of this API
                    "set-cookie");

    private static final String INTERNAL = "x-";
    private static final String OTHER_ORIGINS = "access-control-";

    @Override
    public HttpHeaders filter(HttpHeaders received, ServerWebExchange exchange) {
        HttpHeaders passed = new HttpHeaders();
        received.forEach((name, values) -> {
            if (passes(name.toLowerCase(Locale.ROOT))) {
                passed.put(name, values);
            }
        });
        if (!passed.containsHeader(HttpHeaders.CACHE_CONTROL)) {
            passed.setCacheControl("no-store");
        }
        return passed;
    }

    private static boolean passes(String name) {
        return !LEFT_OUT.contains(name)
                && !name.startsWith(INTERNAL)
                && !name.startsWith(OTHER_ORIGINS);
    }

    @Override
    public boolean supports(Type type) {
        return type == Type.RESPONSE;
    }
}
