package io.bridgehead.stack;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the parts are: each on a port of its own, on the loopback address.
///
/// @param foreignMongo the connection string of a MongoDB that someone else runs
record Layout(Map<String, Integer> ports, Optional<String> foreignMongo) {

    static final String GATEWAY = "gateway";
    static final String REGISTRATION = "registration-service";
    static final String MATCHMAKING = "matchmaking-service";
    static final String CONTRACT = "contract-service";
    static final String KEYCLOAK = Keycloak.NAME;
    static final String KAFKA = "kafka";
    static final String MONGODB = "mongodb";

    private static final Map<String, Integer> DEFAULTS =
            Map.of(
                    GATEWAY, 8080,
                    REGISTRATION, 8081,
                    MATCHMAKING, 8082,
                    CONTRACT, 8083,
                    KEYCLOAK, 8180,
                    KAFKA, 9092,
                    MONGODB, 27017);

    Layout {
        ports = Map.copyOf(ports);
    }

    /// A part that runs is where it is; else its variable says, else the default.
    static Layout of(Map<String, String> environment, RunFolder running) {
        Map<String, Integer> ports = new HashMap<>();
        DEFAULTS.forEach((part, usual) ->
                ports.put(
                        part,
                        running.alive(part)
                                .map(RunningPart::port)
                                .orElseGet(() -> configured(environment, part, usual))));
        return new Layout(ports, foreignMongo(environment, running));
    }

    /// While anything runs that keeps its data in MongoDB, the one with which that was started.
    private static Optional<String> foreignMongo(
            Map<String, String> environment, RunFolder running) {
        boolean inUse =
                Stream.of(MONGODB, REGISTRATION, MATCHMAKING, CONTRACT)
                        .anyMatch(part -> running.alive(part).isPresent());
        return inUse
                ? running.foreignMongo()
                : Optional.ofNullable(environment.get("MONGODB_URI")).filter(uri -> !uri.isBlank());
    }

    private static int configured(Map<String, String> environment, String part, int usual) {
        String variable = Ports.variable(part);
        String value = environment.getOrDefault(variable, Integer.toString(usual));
        if (!value.matches("\\d{1,5}")
                || Integer.parseInt(value) > 65535
                || Integer.parseInt(value) < 1) {
            throw new StackException(variable + " is no port: " + value);
        }
        return Integer.parseInt(value);
    }

    int port(String part) {
        Integer port = ports.get(part);
        if (port == null) {
            throw new IllegalArgumentException(part);
        }
        return port;
    }

    URI http(String part) {
        return URI.create("http://127.0.0.1:" + port(part));
    }

    String kafka() {
        return "127.0.0.1:" + port(KAFKA);
    }

    String mongodb() {
        return foreignMongo.orElseGet(() -> MongoServer.uri(port(MONGODB)));
    }

    URI issuer() {
        return Keycloak.issuer(port(KEYCLOAK));
    }
}
