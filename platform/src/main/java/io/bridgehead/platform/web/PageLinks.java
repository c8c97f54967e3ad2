package io.bridgehead.platform.web;

import io.bridgehead.platform.documents.Page;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import org.springframework.web.util.UriUtils;

/// Says in a header where the next page is: `Link: </api/v1/delegates?limit=50&after=…>; rel="next"`.
/// The reference is relative to the host, so that it holds behind any gateway.
@RestControllerAdvice
final class PageLinks implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(
            MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof Page<?> page && page.next() != null) {
            response.getHeaders()
                    .set(
                            HttpHeaders.LINK,
                            "<" + nextPage(request.getURI(), page.next()) + ">; rel=\"next\"");
        }
        return body;
    }

    private static String nextPage(URI current, String next) {
        String query = current.getRawQuery() == null ? "" : current.getRawQuery();
        String after = "after=" + UriUtils.encode(next, StandardCharsets.UTF_8);
        return Stream.concat(
                        Arrays.stream(query.split("&"))
                                .filter(part -> !part.isEmpty() && !part.startsWith("after=")),
                        Stream.of(after))
                .collect(Collectors.joining("&", current.getRawPath() + "?", ""));
    }
}
