package io.bridgehead.gateway.routing;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import java.net.URI;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.RouteToRequestUrlFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Where a request goes: its target, as it was sent to the letter, at the service's address. Stands
/// in the place of [RouteToRequestUrlFilter], which takes the target apart and encodes it anew, and
/// where one character was sent bare that it would encode, encodes the others twice.
final class Target implements GlobalFilter, Ordered {

    @Override
    public int getOrder() {
        return RouteToRequestUrlFilter.ROUTE_TO_URL_FILTER_ORDER;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(GATEWAY_ROUTE_ATTR);
        URI asked = exchange.getRequest().getURI();
        String query = asked.getRawQuery();
        String target = asked.getRawPath() + (query == null ? "" : "?" + query);
        exchange.getAttributes().put(GATEWAY_REQUEST_URL_ATTR, URI.create(route.getUri() + target));
        return chain.filter(exchange);
    }
}
