package io.bridgehead.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The gateway, started as it starts in the field, before three small services and an issuer.
final class TestBed implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    final Upstream registration = new Upstream("registration");
    final Upstream matchmaking = new Upstream("matchmaking");
    final Upstream contract = new Upstream("contract");
    final Issuer issuer = new Issuer();
    final int port;

    private final ConfigurableApplicationContext gateway;
    private HttpClient client = HttpClient.newHttpClient();

    /// @param settings as `name=value`, over the ordinary ones
    TestBed(String... settings) {
        List<String> arguments = new ArrayList<>();
        arguments.add("server.port=0");
        arguments.add("spring.main.register-shutdown-hook=false");
        arguments.add("BRIDGEHEAD_REGISTRATION_URL=" + registration.address());
        arguments.add("BRIDGEHEAD_MATCHMAKING_URL=" + matchmaking.address());
        arguments.add("BRIDGEHEAD_CONTRACT_URL=" + contract.address());
        arguments.add("BRIDGEHEAD_ISSUER=" + Issuer.NAME);
        arguments.add("BRIDGEHEAD_JWKS=" + issuer.keysAddress());
        arguments.addAll(List.of(settings));
        gateway =
                SpringApplication.run(
                        GatewayApplication.class,
                        arguments.stream().map(setting -> "--" + setting).toArray(String[]::new));
        port =
                Integer.parseInt(
                        Objects.requireNonNull(
                                gateway.getEnvironment().getProperty("local.server.port")));
    }

    /// From now on calls come from another address of this machine.
    void callFrom(String loopbackAddress) {
        client.close();
        client =
                HttpClient.newBuilder()
                        .localAddress(InetAddress.ofLiteral(loopbackAddress))
                        .build();
    }

    HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target));
    }

    HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return send(request, BodyHandlers.ofString());
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body)
            throws IOException, InterruptedException {
        return client.send(request.build(), body);
    }

    HttpResponse<String> get(String target) throws IOException, InterruptedException {
        return send(request(target));
    }

    HttpResponse<String> get(String target, String token) throws IOException, InterruptedException {
        return send(request(target).header("Authorization", "Bearer " + token));
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    static String slug(HttpResponse<String> response) {
        return json(response).path("slug").asString();
    }

    @Override
    public void close() {
        client.close();
        gateway.close();
        registration.close();
        matchmaking.close();
        contract.close();
        issuer.close();
    }
}
