package io.bridgehead.gateway.description;

import io.bridgehead.gateway.routing.Services;
import io.bridgehead.gateway.routing.Services.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Asks the services for their descriptions and keeps the merged one for a moment. A service that is
/// away is left out, and named in `x-left-out`.
@Component
final class MergedDescription {

    private static final Logger log = LoggerFactory.getLogger(MergedDescription.class);

    /// Where springdoc describes a service.
    private static final String DESCRIPTION = "/v3/api-docs";

    /// A service describes itself when it is first asked, which takes it seconds; one that is away is known
    /// at once.
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /// One that lacks a service is soon tried again.
    private static final Duration KEPT = Duration.ofSeconds(30);

    private static final Duration KEPT_INCOMPLETE = Duration.ofSeconds(3);

    private final Services services;
    private final HttpClient client;
    private final JsonMapper json;
    private final Mono<Merged> current;

    MergedDescription(Services services, HttpClient upstream, JsonMapper json) {
        this.services = services;
        this.client = upstream.responseTimeout(TIMEOUT);
        this.json = json;
        this.current =
                merge().cache(
                                merged -> merged.leftOut().isEmpty() ? KEPT : KEPT_INCOMPLETE,
                                _ -> Duration.ZERO,
                                () -> Duration.ZERO);
    }

    /// @param document OpenAPI as JSON
    /// @param leftOut names of services
    private record Merged(String document, List<String> leftOut) {}

    Mono<String> document() {
        return current.map(Merged::document);
    }

    private Mono<Merged> merge() {
        return Flux.fromIterable(services.all())
                .flatMap(service -> fetch(service).map(found -> Map.entry(service.name(), found)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(this::merge);
    }

    private Merged merge(Map<String, JsonNode> described) {
        List<String> leftOut = new ArrayList<>();
        for (Service service : services.all()) {
            if (!described.containsKey(service.name())) {
                leftOut.add(service.name());
            }
        }
        ObjectNode merged = json.createObjectNode();
        merged.put("openapi", "3.1.0");
        ObjectNode info = merged.putObject("info");
        info.put("title", "桥头堡 Bridgehead API");
        info.put("version", "v1");
        info.put("description", summary(leftOut));
        merged.putArray("servers").addObject().put("url", "/");
        leftOut.forEach(merged.putArray("x-left-out")::add);
        new Merge(described, this::isRouted).into(merged);
        return new Merged(json.writeValueAsString(merged), List.copyOf(leftOut));
    }

    private static String summary(List<String> leftOut) {
        if (leftOut.isEmpty()) {
            return "四省边际城市协同平台的全部公开接口。 The whole public API.";
        }
        String names = String.join(", ", leftOut);
        return "以下服务暂时不可用，其接口未列出： Services that are away, whose part is missing: " + names;
    }

    private boolean isRouted(String service, String path) {
        return services.serving(path).filter(found -> found.name().equals(service)).isPresent();
    }

    private Mono<JsonNode> fetch(Service service) {
        return client.get()
                .uri(service.addresses().getFirst() + DESCRIPTION)
                .responseSingle((response, body) ->
                        response.status().code() == 200
                                ? body.asByteArray()
                                : Mono.error(new IOException("status " + response.status().code())))
                .timeout(TIMEOUT)
                .map(json::readTree)
                .onErrorResume(fault -> {
                    log.warn("no description of {}: {}", service.name(), fault.toString());
                    return Mono.empty();
                });
    }
}
