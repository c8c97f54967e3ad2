package io.bridgehead.gateway.routing;

import io.netty.channel.ChannelOption;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.springframework.cloud.gateway.config.GlobalCorsProperties;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.handler.RoutePredicateHandlerMapping;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/// The routes, one for each service, put together from Spring Cloud Gateway's parts by hand: its own
/// configuration brings some fifty more, none of which a route here uses.
@Configuration(proxyBeanMethods = false)
class Routing {

    private static final int BEFORE_OWN_PAGES = -2;

    @Bean
    RouteLocator routes(Services services) {
        List<Route> routes = new ArrayList<>();
        for (Services.Service service : services.all()) {
            routes.add(
                    Route.async()
                            .id(service.name())
                            .uri(URI.create(service.addresses().getFirst()))
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
    RoutePredicateHandlerMapping routeMapping(
            RouteLocator routes, Forwarding forwarding, Environment environment) {
        FilteringWebHandler filters = new FilteringWebHandler(List.of(forwarding), true);
        RoutePredicateHandlerMapping mapping =
                new RoutePredicateHandlerMapping(
                        filters, routes, new GlobalCorsProperties(), environment);
        mapping.setOrder(BEFORE_OWN_PAGES);
        return mapping;
    }

    /// Speaks to the services.
    @Bean
    HttpClient upstream(RoutingSettings settings) {
        return speaking("services", settings.connections(), settings);
    }

    /// Streams have connections of their own: however many pages are open, a request finds one that is
    /// free.
    @Bean
    HttpClient upstreamStreams(RoutingSettings settings) {
        return speaking("streams", settings.streams(), settings);
    }

    private static HttpClient speaking(
            String name, int connectionsAtMost, RoutingSettings settings) {
        ConnectionProvider connections =
                ConnectionProvider.builder(name)
                        .maxConnections(connectionsAtMost)
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
}
