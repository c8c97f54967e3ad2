package io.bridgehead.journey;

import io.bridgehead.stack.Progress;
import io.bridgehead.stack.Stack;
import io.bridgehead.stack.Workspace;
import io.bridgehead.stack.demo.Demo;
import io.bridgehead.stack.demo.SealedRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Kafka, MongoDB, Keycloak, the gateway and the services, two instances of contract-service among them,
/// on ports and data of their own, with the demo's main job done in them: started by the first test that
/// asks, stopped with the JVM.
final class RunningSystem {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> PARTS =
            List.of("KAFKA", "MONGODB", "KEYCLOAK", "GATEWAY", "REGISTRATION", "MATCHMAKING");

    /// Behind the constants, which it needs.
    private static final RunningSystem THE_ONE = new RunningSystem();

    private final Progress progress = new Progress(System.out);
    private final HttpClient http = HttpClient.newHttpClient();
    private final Stack stack;
    private final Demo demo;
    private final List<JsonNode> chains;

    private RunningSystem() {
        Workspace workspace = Workspace.find();
        stack = Stack.of(workspace.at(freshFolder()), onFreePorts());
        // never closed: what it guards ends with this JVM
        var _ = stack.guard(progress);
        up();
        demo =
                new Demo(
                        stack.gatewayAddress(),
                        account -> () -> stack.realm().token(account),
                        (account, delegate) -> stack.realm().link(account, delegate),
                        workspace.root().resolve("samples"),
                        new SealedRecord(stack.mongodb()),
                        new PrintStream(System.out, true));
        chains = demo.run();
    }

    static RunningSystem get() {
        return THE_ONE;
    }

    /// Starts what does not run, and returns when all parts answer.
    void up() {
        stack.up(progress);
    }

    /// As if its machine had lost its power.
    ///
    /// @param part as `status` names it
    void kill(String part) {
        ProcessHandle process = stack.process(part).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    /// What the first run of the demo ended with.
    List<JsonNode> chains() {
        return chains;
    }

    List<JsonNode> runTheDemoAgain() {
        return demo.run();
    }

    /// The environment of `webapp/tests`: where the app is, what its people and the cities' systems sign
    /// in with, and the database that one of the tests edits a record in.
    Map<String, String> asABrowserSeesIt() {
        return stack.browserEnvironment();
    }

    String token(String account) {
        return stack.realm().token(account);
    }

    /// @param token none when null
    HttpResponse<String> call(String method, String path, @Nullable String token, String body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(stack.gatewayAddress().resolve("/api/v1" + path))
                        .header("Content-Type", "application/json")
                        .header("Accept-Language", "en")
                        .header("Idempotency-Key", "journey-" + System.nanoTime())
                        .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request, BodyHandlers.ofString());
    }

    /// @param lastEventId of what was told last; null at first
    /// @return server-sent events, until the token expires
    HttpResponse<InputStream> listen(String path, String account, @Nullable String lastEventId) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(stack.gatewayAddress().resolve("/api/v1" + path))
                        .header("Accept", "text/event-stream")
                        .header("Authorization", "Bearer " + token(account));
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return send(request, BodyHandlers.ofInputStream());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    JsonNode get(String path, String account) {
        HttpResponse<String> response = call("GET", path, token(account), "");
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " was answered " + response.statusCode());
        }
        return JSON.readTree(response.body());
    }

    static JsonNode json(HttpResponse<String> response) {
        return json(response.body());
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    private static Path freshFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "state");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> onFreePorts() {
        Map<String, String> environment = new HashMap<>();
        for (String part : PARTS) {
            environment.put("BRIDGEHEAD_" + part + "_PORT", freePort());
        }
        environment.put("BRIDGEHEAD_CONTRACT_PORT", freePort() + "," + freePort());
        return environment;
    }

    private static String freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
