package io.bridgehead.gateway.door;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Writes problem details (RFC 9457) of the shape that the services' have, in Chinese unless the
/// caller would rather read English.
@Component
public final class Problems {

    private static final String TEXTS = "messages/problems";

    private static final Locale ENGLISH = Locale.ENGLISH;
    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private final JsonMapper json;
    private final ResourceBundle chinese = ResourceBundle.getBundle(TEXTS, Locale.ROOT);
    private final ResourceBundle english = ResourceBundle.getBundle(TEXTS, ENGLISH);

    Problems(JsonMapper json) {
        this.json = json;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Body(
            String type,
            String title,
            int status,
            String detail,
            @Nullable String instance,
            String slug,
            String traceId) {}

    /// @param arguments fill the places `{0}`, `{1}` … of title and detail
    public Mono<Void> answer(ServerWebExchange exchange, Problem problem, Object... arguments) {
        Locale locale = languageOf(exchange.getRequest().getHeaders());
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(problem.status());
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setContentLanguage(locale);
        headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        headers.setCacheControl("no-store");
        String path = exchange.getRequest().getURI().getRawPath();
        byte[] body =
                json.writeValueAsBytes(
                        new Body(
                                "urn:bridgehead:problem:" + problem.slug(),
                                text(problem.slug() + ".title", locale, arguments),
                                problem.status().value(),
                                text(problem.slug() + ".detail", locale, arguments),
                                RequestScreen.isRefusal(path) ? null : path,
                                problem.slug(),
                                TraceContext.of(exchange).traceId()));
        headers.setContentLength(body.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    private static Locale languageOf(HttpHeaders headers) {
        try {
            Locale asked =
                    Locale.lookup(
                            headers.getAcceptLanguage(), List.of(CHINESE, Locale.CHINESE, ENGLISH));
            return ENGLISH.equals(asked) ? ENGLISH : CHINESE;
        } catch (IllegalArgumentException notALanguage) {
            return CHINESE;
        }
    }

    private String text(String key, Locale locale, Object... arguments) {
        String pattern = (locale.equals(ENGLISH) ? english : chinese).getString(key);
        Object[] shown = Arrays.stream(arguments).map(String::valueOf).toArray();
        return new MessageFormat(pattern, locale).format(shown);
    }
}
