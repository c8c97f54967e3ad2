package io.bridgehead.gateway.door;

import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Refuses a body that is too large: at once where its length is declared, else at the byte too many. One
/// that breaks off on the way does not end as if it were whole.
@Component
@Order(2)
final class BodyLimit implements WebFilter {

    private final long largest;
    private final Problems problems;

    BodyLimit(DoorSettings settings, Problems problems) {
        this.largest = settings.largestBody().toBytes();
        this.problems = problems;
    }

    /// The body went over the limit on its way to the service.
    static final class TooLarge extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    /// The body ended in what is no chunk.
    static final class BrokenOff extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        if (headers.getContentLength() > largest) {
            return problems.answer(exchange, Problem.TOO_LARGE, largest);
        }
        return headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)
                ? chain.filter(exchange.mutate().request(counted(exchange.getRequest())).build())
                : chain.filter(exchange);
    }

    private ServerHttpRequest counted(ServerHttpRequest request) {
        return new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                return Flux.defer(
                                () -> {
                                    long[] left = {largest};
                                    return super.getBody()
                                            .<DataBuffer>handle((part, onward) -> {
                                                left[0] -= part.readableByteCount();
                                                if (left[0] < 0) {
                                                    DataBufferUtils.release(part);
                                                    onward.error(new TooLarge());
                                                } else {
                                                    onward.next(part);
                                                }
                                            });
                                })
                        .concatWith(whole(request));
            }
        };
    }

    private static Mono<DataBuffer> whole(ServerHttpRequest request) {
        return Mono.defer(() ->
                RequestScreen.brokeOff(Door.connectionOf(request))
                        ? Mono.error(new BrokenOff())
                        : Mono.empty());
    }
}
