package io.bridgehead.gateway.pages;

import static org.springframework.web.reactive.function.server.RequestPredicates.methods;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/// The web app and the page of the API. The app lies in `webapp/`, which its own
/// module packs; the page of the API in `static/`.
@Configuration(proxyBeanMethods = false)
class Pages {

    private static final Resource APP = new ClassPathResource("webapp/index.html");
    private static final Resource API = new ClassPathResource("static/docs/index.html");

    private static final Resource ASSETS = new ClassPathResource("webapp/assets/");

    /// Their names change with their content.
    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @Bean
    RouterFunction<ServerResponse> pageAnswers(PageSettings settings) {
        return RouterFunctions.route()
                .route(read("/settings.json"), _ -> ServerResponse.ok().bodyValue(settings))
                .route(read("/docs"), _ -> page(API))
                .add(
                        RouterFunctions.resources(
                                "/assets/**",
                                ASSETS,
                                (_, headers) -> headers.setCacheControl(FOR_GOOD)))
                .route(read("/**").and(Pages::isForAPage), _ -> page(APP))
                .build();
    }

    private static RequestPredicate read(String address) {
        return methods(HttpMethod.GET, HttpMethod.HEAD).and(path(address));
    }

    /// The app itself knows which pages it has, and may be entered at any of them. A page is asked for
    /// by name, as browsers do; who takes anything is no browser that opens a page.
    private static boolean isForAPage(ServerRequest request) {
        String path = request.path();
        boolean isPage =
                !path.startsWith("/api/")
                        && !path.startsWith("/actuator")
                        && path.indexOf('.', path.lastIndexOf('/')) < 0;
        return path.equals("/") || (isPage && asksForHtml(request));
    }

    private static boolean asksForHtml(ServerRequest request) {
        return request.headers().accept().stream()
                .anyMatch(
                        type -> type.getType().equals("text") && type.getSubtype().equals("html"));
    }

    private static Mono<ServerResponse> page(Resource page) {
        return ServerResponse.ok()
                .contentType(MediaType.TEXT_HTML)
                .cacheControl(CacheControl.noCache())
                .bodyValue(page);
    }
}
