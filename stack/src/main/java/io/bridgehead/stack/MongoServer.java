package io.bridgehead.stack;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bson.Document;

/// A MongoDB on this machine's loopback address: `mongod` where there is one, as a replica set of one
/// member; else MongoDB's own engine from npm behind a small Node program.
public final class MongoServer {

    private static final int NOT_YET_INITIALIZED = 94;

    /// The driver's, held so that its level stays: it would tell of every server that is not up yet.
    private static final Logger DRIVER = Logger.getLogger("org.mongodb.driver");

    static {
        DRIVER.setLevel(Level.OFF);
    }

    private static final String THREE_WAYS_OUT =
            "MongoDB is not to be had here (%s). Any of these helps: install MongoDB so that mongod is"
                    + " on the PATH; set MONGODB_URI to one that runs; or use docker compose up.";

    private MongoServer() {}

    /// Starts a server that ends with this JVM.
    ///
    /// @param folder its data, kept from start to start
    /// @param port 0 for a free one
    /// @return its [Daemon#address()] is the connection string
    public static Daemon start(Path folder, int port) {
        return Daemon.attached(
                launch(
                        Workspace.find(),
                        folder,
                        Ports.orFree(port),
                        folder.resolve("mongodb.log"),
                        "--with-parent"));
    }

    /// @param engineOptions of `server.mjs`
    static Launch launch(
            Workspace workspace, Path folder, int port, Path log, String... engineOptions) {
        Path data = folder.toAbsolutePath().resolve("data");
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> command =
                mongod().map(mongod -> replicaSet(mongod, data, port))
                        .orElseGet(() -> engine(workspace, data, port, engineOptions));
        return new Launch(
                "mongodb",
                command,
                Map.of(),
                data,
                port,
                uri(port),
                log,
                () -> ready(port),
                Duration.ofMinutes(3));
    }

    static String uri(int port) {
        return "mongodb://127.0.0.1:" + port + "/?directConnection=true";
    }

    private static Optional<String> mongod() {
        String named = System.getenv("MONGOD");
        if (named != null && !named.isBlank()) {
            return Optional.of(named);
        }
        return Tool.onPath("mongod");
    }

    private static List<String> replicaSet(String mongod, Path data, int port) {
        return List.of(
                mongod,
                "--replSet=bridgehead",
                "--dbpath=" + data,
                "--bind_ip=127.0.0.1",
                "--port=" + port,
                "--wiredTigerCacheSizeGB=0.25");
    }

    /// Whether it takes writes. A new replica set is told to begin on the way.
    static boolean ready(int port) {
        if (!Ports.answers(port)) {
            return false;
        }
        try (MongoClient client = client(uri(port))) {
            Document hello = client.getDatabase("admin").runCommand(new Document("hello", 1));
            if (hello.getBoolean("isWritablePrimary", false)) {
                return true;
            }
            initiate(client, port);
            return false;
        } catch (MongoException e) {
            return false;
        }
    }

    private static void initiate(MongoClient client, int port) {
        try {
            client.getDatabase("admin").runCommand(new Document("replSetGetStatus", 1));
        } catch (MongoCommandException e) {
            if (e.getErrorCode() == NOT_YET_INITIALIZED) {
                Document member = new Document("_id", 0).append("host", "127.0.0.1:" + port);
                Document set = new Document("_id", "bridgehead").append("members", List.of(member));
                client.getDatabase("admin").runCommand(new Document("replSetInitiate", set));
            }
        }
    }

    /// @return whether a MongoDB that someone else runs answers there
    static boolean reachable(String uri) {
        try (MongoClient client = client(uri)) {
            client.getDatabase("admin").runCommand(new Document("ping", 1));
            return true;
        } catch (IllegalArgumentException e) {
            throw new StackException("MONGODB_URI is no connection string: " + e.getMessage(), e);
        } catch (MongoException e) {
            return false;
        }
    }

    private static List<String> engine(
            Workspace workspace, Path data, int port, String... options) {
        Path module = workspace.root().resolve("stack/mongodb");
        List<String> command = new ArrayList<>(node(workspace));
        command.add(module.resolve("server.mjs").toString());
        command.add(data.toString());
        command.add(Integer.toString(port));
        command.add(modules(workspace, module).toString());
        command.addAll(List.of(options));
        return command;
    }

    private static MongoClient client(String uri) {
        return MongoClients.create(
                MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(uri))
                        .applyToClusterSettings(
                                cluster -> cluster.serverSelectionTimeout(2, TimeUnit.SECONDS))
                        .build());
    }

    /// `npm ci` once for each lockfile: npm checks what it gets against the lockfile's hashes.
    private static Path modules(Workspace workspace, Path module) {
        return workspace.alone(
                "mongodb",
                () -> {
                    try {
                        Path lock = module.resolve("package-lock.json");
                        Path folder = workspace.parts().resolve("mongodb");
                        Path installed = folder.resolve("installed-lock.json");
                        if (!Files.exists(installed) || Files.mismatch(lock, installed) != -1) {
                            install(module, folder);
                            Files.copy(lock, installed, StandardCopyOption.REPLACE_EXISTING);
                        }
                        return folder;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static void install(Path module, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String file : List.of("package.json", "package-lock.json")) {
            Files.copy(
                    module.resolve(file),
                    folder.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Tool.run(
                THREE_WAYS_OUT.formatted("npm ci failed"),
                folder,
                Map.of(),
                List.of("npm", "ci", "--no-audit", "--no-fund", "--omit=dev"));
    }

    private static List<String> node(Workspace workspace) {
        String node =
                Tool.onPath("node")
                        .filter(MongoServer::newEnough)
                        .orElseThrow(() ->
                                new StackException(
                                        THREE_WAYS_OUT.formatted(
                                                "its engine needs Node.js 20 or newer")));
        if (!System.getProperty("os.name").equals("Linux")) {
            return List.of(node);
        }
        try {
            return NewerLibc.run(workspace, node)
                    .orElseThrow(
                            () -> new StackException("this system has " + NewerLibc.version()));
        } catch (StackException e) {
            String why = "its engine needs glibc 2.38; " + e.getMessage();
            throw new StackException(THREE_WAYS_OUT.formatted(why), e);
        }
    }

    private static boolean newEnough(String node) {
        String version = // v20.11.1
                Tool.run(
                        "node --version failed",
                        Path.of("."),
                        Map.of(),
                        List.of(node, "--version"));
        return Integer.parseInt(version.strip().replaceFirst("^v(\\d+)\\..*$", "$1")) >= 20;
    }
}
