package io.bridgehead.gateway.pages;

import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/// Pages by their short addresses; what they load lies in `static/`, where Spring Boot finds it.
@Configuration(proxyBeanMethods = false)
class Pages {

    private static final Resource LANDING = new ClassPathResource("static/index.html");
    private static final Resource API = new ClassPathResource("static/docs/index.html");

    @Bean
    RouterFunction<ServerResponse> pageAnswers() {
        return RouterFunctions.route()
                .route(read("/"), _ -> page(LANDING))
                .route(read("/docs"), _ -> page(API))
                .build();
    }

    private static RequestPredicate read(String address) {
        return methods(HttpMethod.GET, HttpMethod.HEAD).and(path(address));
    }

    private static Mono<ServerResponse> page(Resource page) {
        return ServerResponse.ok().contentType(MediaType.TEXT_HTML).bodyValue(page);
    }
}
