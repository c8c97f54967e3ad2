package io.bridgehead.platform.web.idempotency;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// What was answered to a request: enough to answer it again, byte for byte.
///
/// @param headers those that our answers carry and that are the answer's own, not the connection's
@SuppressWarnings("ArrayRecordComponent") // answers are not compared
record Answer(int status, Map<String, List<String>> headers, byte[] body) {

    private static final String NO_STORE = "no-store";

    private static final List<String> OURS =
            List.of(
                    HttpHeaders.CONTENT_TYPE,
                    HttpHeaders.LOCATION,
                    HttpHeaders.ETAG,
                    HttpHeaders.LINK,
                    HttpHeaders.CACHE_CONTROL,
                    HttpHeaders.RETRY_AFTER);

    static Answer of(ContentCachingResponseWrapper response) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String name : OURS) {
            List<String> values = new ArrayList<>(response.getHeaders(name));
            if (!values.isEmpty()) {
                headers.put(name, values);
            }
        }
        return new Answer(response.getStatus(), headers, response.getContentAsByteArray());
    }

    void writeTo(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        headers.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /// A fault may be gone when the request comes again. And what a handler says is not to be stored,
    /// because it shows someone's personal data, is stored nowhere: the command is run again, found
    /// done, and shows what may be shown by then.
    boolean isForKeeping() {
        List<String> cacheControl = headers.getOrDefault(HttpHeaders.CACHE_CONTROL, List.of());
        return status < 500 && cacheControl.stream().noneMatch(value -> value.contains(NO_STORE));
    }
}
