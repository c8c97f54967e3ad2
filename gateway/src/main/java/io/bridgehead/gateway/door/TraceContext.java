package io.bridgehead.gateway.door;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/// The trace that a request belongs to (W3C Trace Context): the caller's, continued, or a new one.
///
/// The gateway records no span of its own, so it hands a caller's `traceparent` on as it came: the
/// services' spans then hang below the caller's, with no missing link between.
///
/// @param traceparent for the service
/// @param tracestate the caller's, which means something only beside his `traceparent`
/// @param traceId 32 hexadecimal digits, named in problems
public record TraceContext(String traceparent, @Nullable String tracestate, String traceId) {

    public static final String TRACEPARENT = "traceparent";
    public static final String TRACESTATE = "tracestate";

    private static final Pattern SHAPE =
            Pattern.compile("([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?");
    private static final String NO_TRACE = "0".repeat(32);
    private static final String NO_PARENT = "0".repeat(16);

    private static final String ATTRIBUTE = TraceContext.class.getName();

    /// @param sampling the share of new traces, 0 to 1, that the services are told to record
    static TraceContext of(HttpHeaders headers, double sampling) {
        List<String> given = headers.getOrEmpty(TRACEPARENT);
        if (given.size() == 1) {
            Matcher matcher = SHAPE.matcher(given.getFirst());
            if (matcher.matches() && isWellFormed(matcher)) {
                return new TraceContext(given.getFirst(), tracestate(headers), matcher.group(2));
            }
        }
        return fresh(sampling);
    }

    /// Version 00 ends after the flags; a later one may go on; ff is none.
    private static boolean isWellFormed(Matcher parts) {
        String version = parts.group(1);
        return !version.equals("ff")
                && !(version.equals("00") && parts.group(4) != null)
                && !parts.group(2).equals(NO_TRACE)
                && !parts.group(3).equals(NO_PARENT);
    }

    private static @Nullable String tracestate(HttpHeaders headers) {
        List<String> given = headers.getOrEmpty(TRACESTATE);
        return given.isEmpty() ? null : String.join(",", given);
    }

    private static TraceContext fresh(double sampling) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        // an id of zeros only is not one
        String traceId = hex(random.nextLong() | 1) + hex(random.nextLong());
        String parentId = hex(random.nextLong() | 1);
        String flags = random.nextDouble() < sampling ? "01" : "00";
        return new TraceContext("00-" + traceId + "-" + parentId + "-" + flags, null, traceId);
    }

    private static String hex(long value) {
        String digits = Long.toHexString(value);
        return "0".repeat(16 - digits.length()) + digits;
    }

    void keep(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    public static TraceContext of(ServerWebExchange exchange) {
        return exchange.getRequiredAttribute(ATTRIBUTE);
    }
}
