package io.bridgehead.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The whole system on this machine: what it is made of, where it is, who can sign in.
///
/// [#parts] is its diagram.
public final class Stack {

    /// Data, logs and copies of a first run take a third of this.
    private static final long NEEDED_BYTES = 1024L * 1024 * 1024;

    private final Workspace workspace;
    private final RunFolder running;
    private final Layout layout;
    private final Secrets secrets;
    private final RealmFile realmFile;
    private final Realm realm;

    private Stack(Workspace workspace, Map<String, String> environment) {
        this.workspace = workspace;
        this.running = new RunFolder(workspace.run());
        this.layout = Layout.of(environment, running);
        this.secrets = Secrets.of(workspace);
        this.realmFile = RealmFile.of(workspace);
        this.realm = new Realm(layout.issuer(), gatewayAddress(), realmFile, secrets::password);
    }

    /// @param environment may move ports (`BRIDGEHEAD_GATEWAY_PORT` …), ask for several instances of a
    ///     service (`BRIDGEHEAD_CONTRACT_PORT=8083,8084`), and name a `MONGODB_URI`
    public static Stack of(Workspace workspace, Map<String, String> environment) {
        return new Stack(workspace, environment);
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        int kafka = layout.port(Layout.KAFKA);
        parts.add(
                new Part(
                        Layout.KAFKA,
                        kafka,
                        Set.of(),
                        () -> Ports.answers(kafka),
                        say ->
                                KafkaBroker.launch(
                                        workspace,
                                        workspace.data(Layout.KAFKA),
                                        kafka,
                                        workspace.log(Layout.KAFKA))));
        Set<String> stores = new HashSet<>(Set.of(Layout.KAFKA));
        if (layout.foreignMongo().isEmpty()) {
            int mongodb = layout.port(Layout.MONGODB);
            stores.add(Layout.MONGODB);
            parts.add(
                    new Part(
                            Layout.MONGODB,
                            mongodb,
                            Set.of(),
                            () -> MongoServer.ready(mongodb),
                            say ->
                                    MongoServer.launch(
                                            workspace,
                                            workspace.data(Layout.MONGODB),
                                            mongodb,
                                            workspace.log(Layout.MONGODB))));
        }
        int keycloak = layout.port(Layout.KEYCLOAK);
        parts.add(
                new Part(
                        Layout.KEYCLOAK,
                        keycloak,
                        Set.of(),
                        () -> Keycloak.ready(keycloak),
                        say ->
                                Keycloak.launch(
                                        workspace,
                                        workspace.data(Layout.KEYCLOAK),
                                        keycloak,
                                        realmFile,
                                        keycloakEnvironment(),
                                        workspace.log(Layout.KEYCLOAK),
                                        say)));
        parts.addAll(instances(Layout.REGISTRATION, stores, this::serviceEnvironment));
        parts.addAll(instances(Layout.MATCHMAKING, stores, this::serviceEnvironment));
        parts.addAll(instances(Layout.CONTRACT, stores, this::contractEnvironment));
        parts.addAll(instances(Layout.GATEWAY, Set.of(), this::gatewayEnvironment));
        return parts;
    }

    private List<Part> instances(
            String part, Set<String> after, Supplier<Map<String, String>> environment) {
        return layout.instances(part).stream()
                .map(instance -> service(instance, after, environment))
                .toList();
    }

    private Part service(
            String name, Set<String> after, Supplier<Map<String, String>> environment) {
        int port = layout.port(name);
        return new Part(
                name,
                port,
                after,
                () -> Service.ready(port),
                say -> {
                    Map<String, String> all = environment.get();
                    all.put("SERVER_ADDRESS", "127.0.0.1");
                    all.put(Ports.variable(name), Integer.toString(port));
                    all.put("BRIDGEHEAD_ISSUER", layout.issuer().toString());
                    return Service.launch(workspace, name, port, all, workspace.log(name));
                });
    }

    private Map<String, String> serviceEnvironment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("MONGODB_URI", layout.mongodb());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", layout.kafka());
        environment.put("BRIDGEHEAD_MASTER_KEY", secrets.key("BRIDGEHEAD_MASTER_KEY"));
        return environment;
    }

    private Map<String, String> contractEnvironment() {
        Map<String, String> environment = serviceEnvironment();
        environment.put("BRIDGEHEAD_SEAL_KEY", secrets.signingKey("BRIDGEHEAD_SEAL_KEY"));
        return environment;
    }

    private Map<String, String> gatewayEnvironment() {
        Map<String, String> environment = new HashMap<>();
        for (String service : Layout.SERVICES) {
            environment.put(
                    Ports.variable(service).replace("_PORT", "_URL"),
                    layout.instances(service).stream()
                            .map(instance -> layout.http(instance).toString())
                            .collect(Collectors.joining(",")));
        }
        return environment;
    }

    private Map<String, String> keycloakEnvironment() {
        Map<String, String> environment = new HashMap<>();
        realmFile.secrets().forEach(name -> environment.put(name, secrets.password(name)));
        environment.put(RealmFile.WEB_ADDRESS, gatewayAddress().toString());
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put(Realm.ADMINISTRATOR, secrets.password(Realm.ADMINISTRATOR));
        return environment;
    }

    /// Where people and partner systems find everything.
    public URI gatewayAddress() {
        return layout.http(Layout.GATEWAY);
    }

    /// MongoDB's connection string.
    public String mongodb() {
        return layout.mongodb();
    }

    /// Who can sign in. It keeps the tokens that it gets.
    public Realm realm() {
        return realm;
    }

    /// What a browser's walk through the running system is told: its address, each city's people's password
    /// and its own system's secret, and the database, for whoever edits a record behind its back.
    public Map<String, String> browserEnvironment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("BRIDGEHEAD_ADDRESS", gatewayAddress().toString().replaceFirst("/$", ""));
        environment.put("BRIDGEHEAD_ISSUER", realm.issuer().toString());
        environment.put("MONGODB_URI", mongodb());
        for (Account account : realm.accounts()) {
            environment.put(
                    "BRIDGEHEAD_%s_%s"
                            .formatted(
                                    account.city().toUpperCase(Locale.ROOT),
                                    account.system() ? "CLIENT_SECRET" : "PASSWORD"),
                    realm.secret(account));
        }
        return environment;
    }

    /// What is started from here on ends with this JVM, until the guard is told to keep it.
    public StartGuard guard(Progress progress) {
        return StartGuard.arm(running, progress);
    }

    /// Starts what does not run yet, and returns when all parts answer.
    ///
    /// @throws StackException when one does not, with its last lines
    public void up(Progress progress) {
        requireSpace(workspace.state(), free());
        if (layout.foreignMongo().isPresent() && !MongoServer.reachable(layout.mongodb())) {
            throw new StackException(
                    "MONGODB_URI is set, and no MongoDB answers there. Start it, or unset the variable;"
                            + " where services run that were started with it, ./bridgehead down first.");
        }
        running.rememberForeignMongo(layout.foreignMongo());
        new StartUp(running, progress).start(parts());
    }

    private long free() {
        try {
            return Files.getFileStore(workspace.run()).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void requireSpace(Path folder, long free) {
        if (free < NEEDED_BYTES) {
            throw new StackException(
                    "The disk is nearly full: %d MB are free below %s, and %d MB are needed."
                            .formatted(free >> 20, folder, NEEDED_BYTES >> 20));
        }
    }

    /// Stops what runs, each part before those that it needs.
    public void down(Progress progress) {
        try (var _ = Turn.take(running)) {
            stopAll(progress);
        }
    }

    private void stopAll(Progress progress) {
        Map<String, Set<String>> needs = new HashMap<>();
        parts().forEach(part -> needs.put(part.name(), part.after()));
        List<RunningPart> left = new ArrayList<>(running.all());
        while (!left.isEmpty()) {
            Set<String> needed = new HashSet<>();
            left.forEach(part -> needed.addAll(needs.getOrDefault(part.name(), Set.of())));
            List<RunningPart> now =
                    left.stream().filter(part -> !needed.contains(part.name())).toList();
            CompletableFuture.allOf(
                            now.stream()
                                    .map(part -> stop(part, progress))
                                    .toArray(CompletableFuture<?>[]::new))
                    .join();
            left.removeAll(now);
        }
        running.rememberForeignMongo(Optional.empty());
    }

    private CompletableFuture<Void> stop(RunningPart part, Progress progress) {
        boolean alive = part.process().isPresent();
        return part.stop()
                .thenRun(() -> {
                    running.forget(part.name());
                    if (alive) {
                        progress.say("%-22s stopped".formatted(part.name()));
                    }
                });
    }

    /// Stops what runs, and forgets data, secrets and logs; what was downloaded stays.
    void reset(Progress progress) {
        try (var _ = Turn.take(running)) {
            stopAll(progress);
            for (String folder : List.of("data", "secrets", "logs", "run")) {
                Folders.delete(workspace.state().resolve(folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How each part fares now, in the order in which they are started.
    List<PartStatus> status() {
        List<PartStatus> all = new ArrayList<>();
        for (Part part : parts()) {
            all.add(PartStatus.of(part, running.find(part.name())));
        }
        return Collections.unmodifiableList(all);
    }

    /// The process of a part (`gateway`) or of one of its instances (`contract-service-2`), while it lives.
    public Optional<ProcessHandle> process(String name) {
        return running.find(name).flatMap(RunningPart::process);
    }

    /// @throws StackException naming a part that was started and has died, with its last lines
    public void requireAlive() {
        running.all().forEach(RunningPart::requireAlive);
    }

    /// The log of a part, whether it runs or not.
    Path log(String part) {
        return workspace.log(part);
    }

    /// Parts that run from an older build than the one that is there now.
    List<String> outdated() {
        return running.all().stream()
                .filter(part -> part.process().isPresent())
                .map(RunningPart::name)
                .filter(name -> Service.outdated(workspace, name))
                .toList();
    }
}
