package io.bridgehead.gateway.routing;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.setAlreadyRouted;

import io.bridgehead.gateway.door.TraceContext;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.ConnectException;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/// Takes a request to its service and the answer back.
///
/// It stands in the place of three of Spring Cloud Gateway's filters. Those take the target apart and
/// encode it anew (and where one character was sent bare that they would encode, encode the others
/// twice), and copy every header four times; this one passes on the target to the letter, and of the
/// headers those that [RequestHeaders] and [ResponseHeaders] name.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class Forwarding implements GlobalFilter {

    /// The last segments of the addresses where a stream of events is told: an operation's progress, and
    /// what changes.
    private static final List<String> STREAMS = List.of("/progress", "/changes");

    private final Services services;
    private final HttpClient timed;
    private final HttpClient streaming;

    Forwarding(
            Services services,
            @Qualifier("upstream") HttpClient upstream,
            @Qualifier("upstreamStreams") HttpClient streams,
            RoutingSettings settings) {
        this.services = services;
        timed = upstream.responseTimeout(settings.answer());
        streaming = streams;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        setAlreadyRouted(exchange);
        String path = exchange.getRequest().getURI().getRawPath();
        return forward(exchange, services.serving(path).orElseThrow().addresses());
    }

    /// Where nobody accepts the connection, nothing was sent, and the next instance may be asked.
    private Mono<Void> forward(ServerWebExchange exchange, List<String> addresses) {
        Mono<Void> answered = forward(exchange, addresses.getFirst());
        List<String> others = addresses.subList(1, addresses.size());
        return others.isEmpty()
                ? answered
                : answered.onErrorResume(ConnectException.class, _ -> forward(exchange, others));
    }

    private Mono<Void> forward(ServerWebExchange exchange, String address) {
        HttpServerRequest received =
                ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
        HttpHeaders given = received.requestHeaders();
        HttpClient client = isStream(exchange) ? streaming : timed;
        HttpClient.RequestSender request =
                client.headers(heard ->
                                RequestHeaders.pass(given, heard, TraceContext.of(exchange)))
                        .request(received.method())
                        .uri(address + received.uri());
        HttpClient.ResponseReceiver<?> sent =
                hasBody(given) ? request.send((_, out) -> out.send(body(exchange))) : request;
        return sent.response((answer, body) -> answer(exchange, answer, body)).then();
    }

    private static boolean isStream(ServerWebExchange exchange) {
        String path = exchange.getRequest().getURI().getRawPath();
        return STREAMS.stream().anyMatch(path::endsWith);
    }

    private static boolean hasBody(HttpHeaders given) {
        return given.contains(HttpHeaderNames.CONTENT_LENGTH)
                || given.contains(HttpHeaderNames.TRANSFER_ENCODING);
    }

    private static Flux<ByteBuf> body(ServerWebExchange exchange) {
        return exchange.getRequest().getBody().map(NettyDataBufferFactory::toByteBuf);
    }

    private static Mono<Void> answer(
            ServerWebExchange exchange, HttpClientResponse answer, ByteBufFlux body) {
        ServerHttpResponse response = exchange.getResponse();
        HttpServerResponse sent = ServerHttpResponseDecorator.getNativeResponse(response);
        response.setStatusCode(HttpStatusCode.valueOf(answer.status().code()));
        ResponseHeaders.pass(answer.responseHeaders(), sent.responseHeaders());
        NettyDataBufferFactory buffers = (NettyDataBufferFactory) response.bufferFactory();
        Flux<DataBuffer> parts = body.retain().map(buffers::wrap);
        String type = answer.responseHeaders().get(HttpHeaderNames.CONTENT_TYPE, "");
        return type.startsWith(MediaType.TEXT_EVENT_STREAM_VALUE)
                ? response.writeAndFlushWith(parts.map(Flux::just))
                : response.writeWith(parts);
    }
}
