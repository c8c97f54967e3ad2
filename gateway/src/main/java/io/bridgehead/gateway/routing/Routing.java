package io.bridgehead.gateway.routing;

import io.netty.channel.ChannelOption;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.config.GlobalCorsProperties;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyRoutingFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.handler.RoutePredicateHandlerMapping;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/// The routes, and the filters that take a request to its service: put together from Spring Cloud
/// Gateway's parts by hand, because its own configuration brings thirty more that no route of ours
/// uses, and headers filters that cannot be left out.
@Configuration(proxyBeanMethods = false)
class Routing {

    /// The last segment of the address where an operation's progress is told as a stream of events.
    private static final String STREAM = "/progress";

    /// Sent on event by event; all else as it comes.
    private static final List<MediaType> STREAMED = List.of(MediaType.TEXT_EVENT_STREAM);

    private static final int BEFORE_OWN_PAGES = -2;

    private static final ObjectProvider<List<HttpHeadersFilter>> HEADERS =
            new ObjectProvider<>() {
                private final List<HttpHeadersFilter> filters =
                        List.of(new RequestHeaders(), new ResponseHeaders());

                @Override
                public Stream<List<HttpHeadersFilter>> stream() {
                    return Stream.of(filters);
                }

                @Override
                public List<HttpHeadersFilter> getIfAvailable() {
                    return filters;
                }
            };

    @Bean
    RouteLocator routes(Services services) {
        List<Route> routes = new ArrayList<>();
        for (Services.Service service : services.all()) {
            routes.add(
                    Route.async()
                            .id(service.name())
                            .uri(URI.create(service.address()))
                            .predicate(exchange -> serves(services, service, exchange))
                            .build());
        }
        return () -> Flux.fromIterable(routes);
    }

    private static boolean serves(
            Services services, Services.Service service, ServerWebExchange exchange) {
        String path = exchange.getRequest().getURI().getRawPath();
        return services.serving(path).filter(service::equals).isPresent();
    }

    @Bean
    HttpClient upstream(RoutingSettings settings) {
        ConnectionProvider connections =
                ConnectionProvider.builder("services")
                        .maxConnections(settings.connections())
                        .pendingAcquireTimeout(settings.patience())
                        .pendingAcquireMaxCount(-1)
                        .maxIdleTime(settings.idle())
                        .lifo()
                        .build();
        return HttpClient.create(connections)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(settings.connect().toMillis()));
    }

    @Bean
    RoutePredicateHandlerMapping routeMapping(
            RouteLocator routes,
            HttpClient upstream,
            RoutingSettings settings,
            Environment environment) {
        FilteringWebHandler handler =
                new FilteringWebHandler(
                        List.of(
                                new Target(),
                                toService(upstream, settings),
                                new NettyWriteResponseFilter(STREAMED, HEADERS)),
                        true);
        RoutePredicateHandlerMapping mapping =
                new RoutePredicateHandlerMapping(
                        handler, routes, new GlobalCorsProperties(), environment);
        mapping.setOrder(BEFORE_OWN_PAGES);
        return mapping;
    }

    private static GlobalFilter toService(HttpClient upstream, RoutingSettings settings) {
        HttpClient timed = upstream.responseTimeout(settings.answer());
        return new NettyRoutingFilter(upstream, HEADERS, new HttpClientProperties()) {
            @Override
            protected HttpClient getHttpClient(Route route, ServerWebExchange exchange) {
                String path = exchange.getRequest().getURI().getRawPath();
                return path.endsWith(STREAM) ? upstream : timed;
            }
        };
    }
}
