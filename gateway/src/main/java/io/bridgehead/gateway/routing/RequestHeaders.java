package io.bridgehead.gateway.routing;

import io.bridgehead.gateway.door.TraceContext;
import java.util.List;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/// What a service hears of a caller's headers: these and no others. So no caller can pose as a proxy
/// (`Forwarded`, `X-Forwarded-…`, `X-Real-IP`), turn one method or address into another
/// (`X-HTTP-Method-Override`, `X-Original-URL`), reach inside with a header that is only ours, or
/// meddle with the connection between us and the service (`Connection`, `Transfer-Encoding`,
/// `Upgrade`). Cookies stay outside: nothing here is signed in by one.
final class RequestHeaders implements HttpHeadersFilter {

    private static final List<String> HEARD =
            List.of(
                    HttpHeaders.ACCEPT,
                    HttpHeaders.ACCEPT_ENCODING,
                    HttpHeaders.ACCEPT_LANGUAGE,
                    HttpHeaders.AUTHORIZATION,
                    HttpHeaders.CACHE_CONTROL,
                    HttpHeaders.CONTENT_DISPOSITION,
                    HttpHeaders.CONTENT_ENCODING,
                    HttpHeaders.CONTENT_LANGUAGE,
                    HttpHeaders.CONTENT_LENGTH,
                    HttpHeaders.CONTENT_TYPE,
                    "Idempotency-Key",
                    HttpHeaders.IF_MATCH,
                    HttpHeaders.IF_MODIFIED_SINCE,
                    HttpHeaders.IF_NONE_MATCH,
                    HttpHeaders.IF_RANGE,
                    HttpHeaders.IF_UNMODIFIED_SINCE,
                    "Last-Event-ID",
                    "Prefer",
                    HttpHeaders.RANGE,
                    HttpHeaders.USER_AGENT);

    @Override
    public HttpHeaders filter(HttpHeaders received, ServerWebExchange exchange) {
        HttpHeaders heard = new HttpHeaders();
        for (String name : HEARD) {
            List<String> values = received.get(name);
            if (values != null) {
                heard.put(name, values);
            }
        }
        TraceContext trace = TraceContext.of(exchange);
        heard.set(TraceContext.TRACEPARENT, trace.traceparent());
        if (trace.tracestate() != null) {
            heard.set(TraceContext.TRACESTATE, trace.tracestate());
        }
        return heard;
    }

    @Override
    public boolean supports(Type type) {
        return type == Type.REQUEST;
    }
}
