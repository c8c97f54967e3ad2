package io.bridgehead.gateway.caller;

import io.bridgehead.gateway.door.Problem;
import io.bridgehead.gateway.door.Problems;
import io.bridgehead.gateway.door.TraceContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Lets a caller on who has a good token, or none: which endpoints are open to anyone is the
/// services' to say. Counts his requests either way.
@Component
@Order(1)
final class CallerCheck implements WebFilter {

    private static final Logger log = LoggerFactory.getLogger(CallerCheck.class);

    private static final String API = "/api/";

    /// What asks often whether the gateway lives is not counted.
    private static final String HEALTH = "/actuator/health/";

    private static final Pattern BEARER =
            Pattern.compile("bearer +([A-Za-z0-9._~+/-]+=*)", Pattern.CASE_INSENSITIVE);

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Tokens tokens;
    private final Rates rates;
    private final Problems problems;

    /// A check may wait for the issuer's keys, which an event loop must not.
    private final Scheduler waiting =
            Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor());

    CallerCheck(Tokens tokens, Rates rates, Problems problems) {
        this.tokens = tokens;
        this.rates = rates;
        this.problems = problems;
    }

    /// What came of looking for a token.
    private sealed interface Finding {

        record None() implements Finding {}

        record Good(String subject) implements Finding {}

        record Bad() implements Finding {}

        /// Nobody can say now.
        record Open() implements Finding {}
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getURI().getRawPath();
        if (path.startsWith(HEALTH)) {
            return chain.filter(exchange);
        }
        List<String> given =
                exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.AUTHORIZATION);
        if (given.isEmpty() || !path.startsWith(API)) {
            return act(new Finding.None(), exchange, chain);
        }
        String token = token(given);
        if (token == null) {
            return act(new Finding.Bad(), exchange, chain);
        }
        Tokens.Holder known = tokens.known(token);
        if (known != null) {
            return act(new Finding.Good(known.subject()), exchange, chain);
        }
        return Mono.fromCallable(() -> check(token, exchange))
                .subscribeOn(waiting)
                .flatMap(finding -> act(finding, exchange, chain));
    }

    private static @Nullable String token(List<String> given) {
        Matcher bearer = BEARER.matcher(given.getFirst());
        return given.size() == 1 && bearer.matches() ? bearer.group(1) : null;
    }

    private Finding check(String token, ServerWebExchange exchange) {
        try {
            return new Finding.Good(tokens.check(token).subject());
        } catch (InvalidToken _) {
            return new Finding.Bad();
        } catch (SignInAway e) {
            log.warn("no keys, trace {}: {}", TraceContext.of(exchange).traceId(), e.toString());
            return new Finding.Open();
        }
    }

    private Mono<Void> act(Finding finding, ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders answer = exchange.getResponse().getHeaders();
        String subject = finding instanceof Finding.Good(String name) ? name : null;
        Duration wait = rates.take(subject, exchange.getRequest().getRemoteAddress(), answer);
        if (wait != null) {
            answer.set(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds()));
            return problems.answer(exchange, Problem.TOO_MANY_REQUESTS, wait.toSeconds());
        }
        return switch (finding) {
            case Finding.None _, Finding.Good _ -> chain.filter(exchange);
            case Finding.Bad _ -> {
                answer.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
                yield problems.answer(exchange, Problem.INVALID_TOKEN);
            }
            case Finding.Open _ -> {
                answer.set(HttpHeaders.RETRY_AFTER, Long.toString(PAUSE.toSeconds()));
                yield problems.answer(exchange, Problem.SIGN_IN_AWAY);
            }
        };
    }
}
