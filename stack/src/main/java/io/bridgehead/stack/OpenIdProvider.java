package io.bridgehead.stack;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A realm's endpoints.
///
/// @param http follows no redirects: a redirect is an answer here
/// @param issuer the realm's address
record OpenIdProvider(HttpClient http, URI issuer) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    OpenIdProvider(URI issuer) {
        this(HttpClient.newHttpClient(), issuer);
    }

    /// @return the token response
    /// @throws StackException when it is refused, with what Keycloak says
    JsonNode tokens(Map<String, String> grant) {
        HttpResponse<String> response = post(endpoint("token"), "", grant);
        if (response.statusCode() != 200) {
            throw new StackException("Keycloak gave no token: " + response.body());
        }
        return JsonMapper.shared().readTree(response.body());
    }

    HttpResponse<String> get(String endpoint, Map<String, String> query) {
        return send(HttpRequest.newBuilder(endpoint(endpoint + "?" + encode(query))).GET());
    }

    HttpResponse<String> post(URI uri, String cookies, Map<String, String> form) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encode(form)));
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        return send(request);
    }

    private URI endpoint(String name) {
        return URI.create(issuer + "/protocol/openid-connect/" + name);
    }

    private HttpResponse<String> send(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(PATIENCE).build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new StackException("Keycloak does not answer at " + issuer, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while signing in", e);
        }
    }

    private static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        field.getKey()
                                + "="
                                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
