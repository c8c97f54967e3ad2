package io.bridgehead.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What Keycloak's own administrator writes in the realm, through its admin API: attributes of accounts
/// that are known only once the system runs.
///
/// @param server Keycloak's address, without a path
/// @param password of the first administrator
record RealmAdministration(URI server, Supplier<String> password) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// Says whose account it is. Tokens that were given before do not know of it.
    ///
    /// @param account the name of a person (`qz-delegate`)
    /// @param delegate an id in registration-service
    void link(String account, String delegate) {
        String token = token();
        JsonNode found = send(token, request("?exact=true&username=" + account).GET());
        if (found.size() != 1) {
            throw new StackException("The realm has no account " + account);
        }
        String id = found.path(0).path("id").asString();
        // as a whole: Keycloak takes away what an update leaves out
        ObjectNode user = (ObjectNode) send(token, request("/" + id).GET());
        user.withObject("/attributes").putArray("delegate").add(delegate);
        send(
                token,
                request("/" + id)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(user.toString())));
    }

    private String token() {
        return new OpenIdProvider(server.resolve("/realms/master"))
                .tokens(
                        Map.of(
                                "grant_type", "password",
                                "client_id", "admin-cli",
                                "username", "admin",
                                "password", password.get()))
                .path("access_token")
                .asString();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                server.resolve("/admin/realms/" + RealmFile.REALM + "/users" + path));
    }

    private JsonNode send(String token, HttpRequest.Builder request) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    http.send(
                            request.header("Authorization", "Bearer " + token)
                                    .timeout(PATIENCE)
                                    .build(),
                            BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new StackException(
                        "Keycloak refused its administrator: " + answer.statusCode());
            }
            return JsonMapper.shared().readTree(answer.body().isEmpty() ? "{}" : answer.body());
        } catch (IOException e) {
            throw new StackException("Keycloak does not answer at " + server, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while writing the realm", e);
        }
    }
}
