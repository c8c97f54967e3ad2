package io.bridgehead.gateway.description;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

@Configuration(proxyBeanMethods = false)
class DescriptionRoutes {

    @Bean
    RouterFunction<ServerResponse> description(MergedDescription merged) {
        return RouterFunctions.route()
                .GET(
                        "/api/v1/openapi.json",
                        _ ->
                                merged.document()
                                        .flatMap(document ->
                                                ServerResponse.ok()
                                                        .contentType(MediaType.APPLICATION_JSON)
                                                        .bodyValue(document)))
                .build();
    }
}
