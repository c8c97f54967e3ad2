package io.bridgehead.gateway.pages;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/// Pages by their short addresses; what they load lies in `static/`, where Spring Boot finds it.
@Configuration(proxyBeanMethods = false)
class Pages {

    private static final Resource API = new ClassPathResource("static/docs/index.html");

    @Bean
    RouterFunction<ServerResponse> apiPage() {
        return RouterFunctions.route()
                .GET(
                        "/docs",
                        _ -> ServerResponse.ok().contentType(MediaType.TEXT_HTML).bodyValue(API))
                .build();
    }
}
