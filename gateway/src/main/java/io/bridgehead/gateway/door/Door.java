package io.bridgehead.gateway.door;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;

/// Fits into Netty what looks at a request before Spring does.
@Configuration(proxyBeanMethods = false)
class Door {

    private static final String SLOW_HEADERS = "bridgehead.slowHeaders";
    private static final String SCREEN = "bridgehead.requestScreen";

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> doorCustomizer(
            DoorSettings settings) {
        return factory -> factory.addServerCustomizers(server -> fit(server, settings));
    }

    private static HttpServer fit(HttpServer server, DoorSettings settings) {
        HttpServer fitted =
                server.requestTimeout(settings.slowestRequest())
                        .doOnChannelInit((_, channel, _) -> guard(channel.pipeline(), settings));
        return settings.trustedProxies().isEmpty()
                ? fitted
                : fitted.forwarded(new TrustedProxies(settings.trustedProxies()));
    }

    /// The connection that a request came on.
    static Channel connectionOf(ServerHttpRequest request) {
        HttpServerRequest received = ServerHttpRequestDecorator.getNativeRequest(request);
        Channel[] found = new Channel[1];
        received.withConnection(connection -> found[0] = connection.channel());
        return found[0];
    }

    private static void guard(ChannelPipeline pipeline, DoorSettings settings) {
        SlowHeaders slowHeaders = new SlowHeaders(settings.slowestHeaders());
        pipeline.addBefore(NettyPipeline.HttpCodec, SLOW_HEADERS, slowHeaders);
        pipeline.addAfter(NettyPipeline.HttpCodec, SCREEN, new RequestScreen(slowHeaders));
    }
}
