package io.bridgehead.gateway.door;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.isAlreadyRouted;

import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/// Says as a problem what went wrong on the way to a service. Where the answer has already begun, it
/// is broken off, so that nobody takes half of it for the whole.
@Component
@Order(-2)
final class Faults implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Faults.class);

    /// After this a caller may try again: a service starts in less.
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final DoorSettings settings;
    private final Problems problems;

    Faults(DoorSettings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable fault) {
        if (!Door.connectionOf(exchange.getRequest()).isActive()) {
            log.debug("the caller hung up: {}", fault.toString());
            return Mono.error(fault);
        }
        Problem problem = problem(exchange, fault);
        report(exchange, problem, fault);
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(fault);
        }
        switch (problem) {
            case SERVICE_AWAY, SERVICE_FAILED, OVERLOADED ->
                    exchange.getResponse()
                            .getHeaders()
                            .set(HttpHeaders.RETRY_AFTER, Long.toString(PAUSE.toSeconds()));
            // nothing can be read any more from where the body broke
            case MALFORMED_REQUEST ->
                    exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
            default -> {}
        }
        return problem == Problem.TOO_LARGE
                ? problems.answer(exchange, problem, settings.largestBody().toBytes())
                : problems.answer(exchange, problem);
    }

    private static Problem problem(ServerWebExchange exchange, Throwable fault) {
        return switch (fault) {
            case BodyLimit.TooLarge _ -> Problem.TOO_LARGE;
            case BodyLimit.BrokenOff _ -> Problem.MALFORMED_REQUEST;
            case ConnectException _, UnknownHostException _, UnresolvedAddressException _ ->
                    Problem.SERVICE_AWAY;
            case ReadTimeoutException _ -> Problem.SERVICE_TOO_SLOW;
            case TimeoutException _ -> Problem.OVERLOADED; // no connection came free in time
            case IOException _ -> Problem.SERVICE_FAILED;
            case ErrorResponse response -> ofStatus(response.getStatusCode());
            // such as an answer that Netty cannot read
            default -> isAlreadyRouted(exchange) ? Problem.SERVICE_FAILED : Problem.INTERNAL_ERROR;
        };
    }

    /// What Spring refuses on the gateway's own pages.
    private static Problem ofStatus(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> Problem.NOT_FOUND;
            case 405 -> Problem.METHOD_NOT_ALLOWED;
            default ->
                    status.is4xxClientError() ? Problem.MALFORMED_REQUEST : Problem.INTERNAL_ERROR;
        };
    }

    private static void report(ServerWebExchange exchange, Problem problem, Throwable fault) {
        if (!problem.status().is5xxServerError()) {
            return;
        }
        ServerHttpRequest request = exchange.getRequest();
        String where = request.getMethod() + " " + request.getURI().getRawPath();
        String trace = TraceContext.of(exchange).traceId();
        if (problem == Problem.INTERNAL_ERROR) {
            log.error("{}, trace {}", where, trace, fault);
        } else {
            log.warn("{}: {}, trace {}: {}", problem.slug(), where, trace, fault.toString());
        }
    }
}
