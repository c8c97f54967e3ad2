package io.bridgehead.stack;

import java.net.URI;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the parts are: each instance on a port of its own, on the loopback address.
///
/// @param ports by the instances' names
/// @param foreignMongo the connection string of a MongoDB that someone else runs
record Layout(Map<String, Integer> ports, Optional<String> foreignMongo) {

    static final String GATEWAY = "gateway";
    static final String REGISTRATION = "registration-service";
    static final String MATCHMAKING = "matchmaking-service";
    static final String CONTRACT = "contract-service";
    static final String KEYCLOAK = Keycloak.NAME;
    static final String KAFKA = "kafka";
    static final String MONGODB = "mongodb";

    /// What may run in several instances, and keeps its data in MongoDB.
    static final List<String> SERVICES = List.of(REGISTRATION, MATCHMAKING, CONTRACT);

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

    /// An instance that runs is where it is; else its part's variable says, else the default. One that was
    /// started belongs to the system until it is stopped, also when it has died and no variable names it.
    static Layout of(Map<String, String> environment, RunFolder running) {
        Map<String, Integer> ports = new HashMap<>();
        DEFAULTS.forEach((part, usual) -> {
            List<Integer> configured = configured(environment, part, usual);
            for (int i = 0; i < configured.size(); i++) {
                ports.put(new Instance(part, i + 1).name(), configured.get(i));
            }
        });
        for (RunningPart started : running.all()) {
            if (started.process().isPresent()) {
                ports.put(started.name(), started.port());
            } else {
                ports.putIfAbsent(started.name(), started.port());
            }
        }
        return new Layout(ports, foreignMongo(environment, running));
    }

    /// While anything runs that keeps its data in MongoDB, the one with which that was started.
    private static Optional<String> foreignMongo(
            Map<String, String> environment, RunFolder running) {
        boolean inUse =
                running.all().stream()
                        .filter(started -> started.process().isPresent())
                        .map(started -> Instance.named(started.name()).part())
                        .anyMatch(part -> part.equals(MONGODB) || SERVICES.contains(part));
        return inUse
                ? running.foreignMongo()
                : Optional.ofNullable(environment.get("MONGODB_URI")).filter(uri -> !uri.isBlank());
    }

    private static List<Integer> configured(
            Map<String, String> environment, String part, int usual) {
        String variable = Ports.variable(part);
        String value = environment.getOrDefault(variable, Integer.toString(usual));
        List<String> several = Arrays.stream(value.split(",", -1)).map(String::strip).toList();
        if (several.size() > 1 && !SERVICES.contains(part)) {
            throw new StackException(
                    "%s names several ports, and %s runs in one instance only: %s"
                            .formatted(variable, part, value));
        }
        return several.stream().map(one -> port(variable, one)).toList();
    }

    private static int port(String variable, String value) {
        if (!value.matches("\\d{1,5}")
                || Integer.parseInt(value) > 65535
                || Integer.parseInt(value) < 1) {
            throw new StackException(
                    "%s names \"%s\", which is no port.".formatted(variable, value));
        }
        return Integer.parseInt(value);
    }

    /// @return their names, the first one first
    List<String> instances(String part) {
        return ports.keySet().stream()
                .map(Instance::named)
                .filter(instance -> instance.part().equals(part))
                .sorted(Comparator.comparingInt(Instance::number))
                .map(Instance::name)
                .toList();
    }

    int port(String instance) {
        Integer port = ports.get(instance);
        if (port == null) {
            throw new IllegalArgumentException(instance);
        }
        return port;
    }

    URI http(String instance) {
        return URI.create("http://127.0.0.1:" + port(instance));
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
