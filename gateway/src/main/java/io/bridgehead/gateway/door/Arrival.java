package io.bridgehead.gateway.door;

import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// The first filter: gives the request its trace and the answer its security headers, and answers
/// what the screen refused.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Arrival implements WebFilter {

    private final DoorSettings settings;
    private final Problems problems;
    private final SecurityHeaders securityHeaders;

    Arrival(DoorSettings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
        this.securityHeaders = new SecurityHeaders(settings.signIn());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        String path = request.getURI().getRawPath();
        TraceContext.of(request.getHeaders(), settings.traceSampling()).keep(exchange);
        HttpHeaders headers = exchange.getResponse().getHeaders();
        securityHeaders.set(headers, path, "https".equals(request.getURI().getScheme()));
        Optional<Problem> refusal = RequestScreen.refusal(path);
        if (refusal.isEmpty()) {
            return chain.filter(exchange);
        }
        if (refusal.get() == Problem.METHOD_NOT_ALLOWED) {
            headers.set(HttpHeaders.ALLOW, String.join(", ", RequestScreen.METHODS));
        }
        return problems.answer(exchange, refusal.get());
    }
}
