package io.bridgehead.stack.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The public API as one caller sees it.
final class Api {

    /// Bodies are the same bytes at every run, as their idempotency keys want it.
    static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PAGE = 200;

    private final HttpClient http;
    private final URI gateway;
    private final Supplier<String> token;

    /// @param token asked at every request: tokens are short-lived
    Api(HttpClient http, URI gateway, Supplier<String> token) {
        this.http = http;
        this.gateway = gateway;
        this.token = token;
    }

    JsonNode get(String path) {
        return JSON.readTree(send(request(path).GET()).body());
    }

    byte[] bytes(String path) {
        return send(request(path).GET()).body();
    }

    /// All items of a list, page by page.
    ///
    /// @param path with a query
    List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        String after = "";
        while (true) {
            JsonNode page = get(path + "&limit=" + PAGE + after);
            page.path("items").forEach(items::add);
            if (page.path("next").asString("").isEmpty()) {
                return items;
            }
            after = "&after=" + page.path("next").asString();
        }
    }

    /// @param key the idempotency key: the same one at every run, so that a second run creates nothing
    JsonNode post(String path, String key, Object body) {
        return post(path, key, "application/json", JSON.writeValueAsBytes(body));
    }

    JsonNode post(String path, String key, String contentType, byte[] body) {
        HttpResponse<byte[]> response =
                send(
                        request(path)
                                .header("Content-Type", contentType)
                                .header("Idempotency-Key", "bridgehead-" + key)
                                .POST(BodyPublishers.ofByteArray(body)));
        return response.body().length == 0
                ? JSON.createObjectNode()
                : JSON.readTree(response.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve("/api/v1" + path))
                .timeout(PATIENCE)
                .header("Accept-Language", "en")
                .header("Authorization", "Bearer " + token.get());
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        String call = request.method() + " " + request.uri().getPath();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() >= 400) {
                throw new BrokenLink(
                        "%s was answered %d: %s"
                                .formatted(
                                        call,
                                        response.statusCode(),
                                        new String(response.body(), StandardCharsets.UTF_8)));
            }
            return response;
        } catch (IOException e) {
            throw new BrokenLink(call + " got no answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokenLink(call + " was interrupted");
        }
    }

    static boolean is(JsonNode thing, String state) {
        return thing.path("state").asString().equals(state);
    }

    static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
