package io.bridgehead.gateway.door;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/// Hangs the screen and the trusted proxies into Netty.
@Configuration(proxyBeanMethods = false)
class Door {

    private static final String SCREEN = "bridgehead.requestScreen";

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> doorCustomizer(
            DoorSettings settings) {
        return factory -> factory.addServerCustomizers(server -> fit(server, settings));
    }

    private static HttpServer fit(HttpServer server, DoorSettings settings) {
        HttpServer fitted =
                server.requestTimeout(settings.slowestRequest())
                        .doOnChannelInit((_, channel, _) ->
                                channel.pipeline()
                                        .addAfter(
                                                NettyPipeline.HttpCodec,
                                                SCREEN,
                                                RequestScreen.INSTANCE));
        return settings.trustedProxies().isEmpty()
                ? fitted
                : fitted.forwarded(new TrustedProxies(settings.trustedProxies()));
    }
}
