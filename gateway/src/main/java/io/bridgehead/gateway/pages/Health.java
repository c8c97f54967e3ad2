package io.bridgehead.gateway.pages;

import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicate;
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
                .route(ask("liveness"), _ -> liveness(availability.getLivenessState()))
                .route(ask("readiness"), _ -> readiness(availability.getReadinessState()))
                .build();
    }

    private static RequestPredicate ask(String probe) {
        return methods(HttpMethod.GET, HttpMethod.HEAD).and(path("/actuator/health/" + probe));
    }

    private static Mono<ServerResponse> liveness(LivenessState state) {
        return answer(state == LivenessState.CORRECT, "DOWN");
    }

    private static Mono<ServerResponse> readiness(ReadinessState state) {
        return answer(state == ReadinessState.ACCEPTING_TRAFFIC, "OUT_OF_SERVICE");
    }

    private static Mono<ServerResponse> answer(boolean well, String otherwise) {
        return ServerResponse.status(well ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"status\":\"" + (well ? "UP" : otherwise) + "\"}");
    }
}
