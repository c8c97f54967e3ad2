package io.bridgehead.gateway.routing;

import io.bridgehead.gateway.door.TraceContext;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Locale;
import java.util.Set;

/// What a service hears of a caller's headers: these and no others. So no caller can pose as a proxy
/// (`Forwarded`, `X-Forwarded-…`, `X-Real-IP`), turn one method or address into another
/// (`X-HTTP-Method-Override`, `X-Original-URL`), reach inside with a header that is only ours, or
/// meddle with the connection between us and the service (`Connection`, `Transfer-Encoding`,
/// `Upgrade`). Cookies stay outside: nothing here is signed in by one.
final class RequestHeaders {

    private static final Set<String> HEARD =
            Set.of(
                    "accept",
                    "accept-encoding",
                    "accept-language",
                    "authorization",
                    "cache-control",
                    "content-disposition",
                    "content-encoding",
                    "content-language",
                    "content-length",
                    "content-type",
                    "idempotency-key",
                    "if-match",
                    "if-modified-since",
                    "if-none-match",
                    "if-range",
                    "if-unmodified-since",
                    "last-event-id",
                    "prefer",
                    "range",
                    "user-agent");

    private RequestHeaders() {}

    static void pass(HttpHeaders given, HttpHeaders heard, TraceContext trace) {
        given.iteratorCharSequence()
                .forEachRemaining(header -> {
                    String name = header.getKey().toString().toLowerCase(Locale.ROOT);
                    if (HEARD.contains(name)) {
                        heard.add(name, header.getValue());
                    }
                });
        heard.set(TraceContext.TRACEPARENT, trace.traceparent());
        if (trace.tracestate() != null) {
            heard.set(TraceContext.TRACESTATE, trace.tracestate());
        }
    }
}
