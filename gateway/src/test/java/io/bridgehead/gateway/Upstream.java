package io.bridgehead.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A service of a few lines: answers by path, and keeps what it received.
final class Upstream implements AutoCloseable {

    private final HttpServer server;
    private final String name;
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();

    /// @param target path and query, as they stood in the request
    /// @param headers by lower-case name
    record Received(String method, String target, Map<String, List<String>> headers, String body) {

        List<String> header(String lowerCaseName) {
            return headers.getOrDefault(lowerCaseName, List.of());
        }
    }

    interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    /// Answers anything with its name.
    Upstream(String name) {
        this.name = name;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        on("/", exchange -> json(exchange, 200, "{\"service\":\"" + name + "\"}"));
        server.start();
    }

    void on(String path, Answering answering) {
        server.createContext(
                path,
                exchange -> {
                    keep(exchange);
                    answering.answer(exchange);
                });
    }

    private void keep(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((key, values) -> headers.put(key.toLowerCase(Locale.ROOT), values));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(
                new Received(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        headers,
                        body));
    }

    static void json(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(status, -1);
            } else {
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// The request that came first of those not yet taken.
    Received take() throws InterruptedException {
        Received next = received.poll(5, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError(name + " received nothing");
        }
        return next;
    }

    boolean receivedNothing() {
        return received.isEmpty();
    }

    void forget() {
        received.clear();
    }

    /// From now on nobody accepts a connection there.
    void leave() {
        server.stop(0);
    }

    @Override
    public void close() {
        leave();
    }
}
