package io.bridgehead.gateway.pages;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/// The two answers that a supervisor needs, at the addresses where the services have theirs. A
/// service or the issuer being away does not make the gateway unready: it says so to each caller.
@Configuration(proxyBeanMethods = false)
class Health {

    @Bean
    RouterFunction<ServerResponse> healthAnswers(ApplicationAvailability availability) {
        return RouterFunctions.route()
                .GET(
                        "/actuator/health/liveness",
                        _ ->
                                answer(
                                        availability.getLivenessState() == LivenessState.CORRECT,
                                        "DOWN"))
                .GET(
                        "/actuator/health/readiness",
                        _ ->
                                answer(
                                        availability.getReadinessState()
                                                == ReadinessState.ACCEPTING_TRAFFIC,
                                        "OUT_OF_SERVICE"))
                .build();
    }

    private static Mono<ServerResponse> answer(boolean well, String otherwise) {
        return ServerResponse.status(well ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"status\":\"" + (well ? "UP" : otherwise) + "\"}");
    }
}
