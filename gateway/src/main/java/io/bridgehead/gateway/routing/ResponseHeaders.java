package io.bridgehead.gateway.routing;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Locale;
import java.util.Set;

/// What a caller hears of a service's headers: all that HTTP gives a meaning for him. Left out are
/// those between us and the service, those that the gateway sets itself, cookies, permissions for
/// other origins, and every `X-…`, for the API defines none.
final class ResponseHeaders {

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

    private ResponseHeaders() {}

    static void pass(HttpHeaders given, HttpHeaders passed) {
        given.iteratorCharSequence()
                .forEachRemaining(header -> {
                    String name = header.getKey().toString();
                    if (passes(name.toLowerCase(Locale.ROOT))) {
                        passed.add(name, header.getValue());
                    }
                });
        if (!given.contains(HttpHeaderNames.CACHE_CONTROL)) {
            passed.set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        }
    }

    private static boolean passes(String name) {
        return !LEFT_OUT.contains(name)
                && !name.startsWith(INTERNAL)
                && !name.startsWith(OTHER_ORIGINS);
    }
}
