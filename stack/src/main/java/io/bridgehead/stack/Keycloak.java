package io.bridgehead.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Keycloak on this machine's loopback address, with the realm that stack and Compose share.
///
/// It is started as its own `kc.sh start --optimized` would, without that script: the script stays as
/// a parent, so that the process we watch, measure and stop would not be Keycloak; and it keeps data
/// inside the distribution, so that a test could not run beside a running system.
public final class Keycloak {

    static final String NAME = "keycloak";

    /// Fixed when the server is built; another list builds it again.
    private static final List<String> BUILT_WITH =
            List.of(
                    "--db=dev-file",
                    "--health-enabled=true",
                    "--http-management-health-enabled=false",
                    "--features-disabled=ciba,device-flow,impersonation,kerberos,opentelemetry,"
                            + "organization,step-up-authentication-saml,token-exchange-standard");

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Keycloak() {}

    /// Starts a server that ends with this JVM.
    ///
    /// @param folder its data, kept from start to start
    /// @param port 0 for a free one
    /// @param realm the secrets that its realm's file asks for, and the address of the web app
    /// @return its [Daemon#address()] is the server's, without a path
    static Daemon start(Path folder, int port, RealmFile realm, Map<String, String> environment) {
        return Daemon.attached(
                launch(
                        Workspace.find(),
                        folder,
                        Ports.orFree(port),
                        realm,
                        environment,
                        folder.resolve("keycloak.log"),
                        said -> {}));
    }

    static URI issuer(int port) {
        return URI.create("http://127.0.0.1:" + port + "/realms/" + RealmFile.REALM);
    }

    static boolean ready(int port) {
        return Ports.healthy(port, "/health/ready");
    }

    /// @param environment what the realm's file has placeholders for, and the first administrator
    /// @param say told what takes long, or what the person should know
    static Launch launch(
            Workspace workspace,
            Path folder,
            int port,
            RealmFile realm,
            Map<String, String> environment,
            Path log,
            Consumer<String> say) {
        Path distribution = distribution(workspace);
        workspace.alone(NAME, () -> build(distribution, say));
        Path home = folder.toAbsolutePath();
        layOut(home, distribution, realm, environment, say);
        String address = "http://127.0.0.1:" + port;
        List<String> command = new ArrayList<>(java(distribution, home));
        command.addAll(
                List.of(
                        "start",
                        "--optimized",
                        "--import-realm",
                        "--hostname=" + address,
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--cache=local",
                        // without H2's own server, which would open another port
                        "--db-url=jdbc:h2:file:"
                                + home.resolve("database/keycloak")
                                + ";NON_KEYWORDS=VALUE",
                        // it tells of every check that comes before it is ready
                        "--log-level=info,io.smallrye.health:error"));
        return new Launch(
                NAME, command, environment, home, port, address, log, () -> ready(port), PATIENCE);
    }

    private static Path distribution(Workspace workspace) {
        Path distribution = workspace.parts().resolve("keycloak-" + Versions.of(NAME));
        if (!Files.isDirectory(distribution.resolve("lib"))) {
            throw new StackException(
                    "Keycloak is not laid out in "
                            + distribution
                            + ". Run: ./bridgehead test, or mvn verify");
        }
        return distribution;
    }

    private static Path build(Path distribution, Consumer<String> say) {
        Path built = distribution.resolve("built-with.txt");
        String options = String.join("\n", BUILT_WITH);
        try {
            if (!Files.exists(built) || !Files.readString(built).equals(options)) {
                say.accept("Keycloak's server is built, once");
                List<String> command =
                        new ArrayList<>(
                                List.of(distribution.resolve("bin/kc.sh").toString(), "build"));
                command.addAll(BUILT_WITH);
                Tool.run(
                        "Keycloak's server could not be built",
                        distribution,
                        Map.of("JAVA_HOME", JavaHome.path()),
                        command);
                Files.writeString(built, options);
            }
            return built;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A home of our own beside the distribution, with its own data. The realm is imported when it is
    /// not in the database yet; a realm file that has changed, or other values in it, would be passed
    /// over then, so the database goes aside.
    private static void layOut(
            Path home,
            Path distribution,
            RealmFile realm,
            Map<String, String> environment,
            Consumer<String> say) {
        try {
            Path imports = Files.createDirectories(home.resolve("data/import"));
            Files.createDirectories(home.resolve("conf"));
            link(home.resolve("lib"), distribution.resolve("lib"));
            link(home.resolve("themes"), realm.themes());
            // it would go on sending a style sheet as it compressed it once
            Folders.delete(home.resolve("data/tmp"));

            Files.copy(
                    realm.path(),
                    imports.resolve("bridgehead-realm.json"),
                    StandardCopyOption.REPLACE_EXISTING);
            Path imported = home.resolve("imported.sha256");
            String now = digest(realm, environment);
            if (Files.exists(imported) && !Files.readString(imported).equals(now)) {
                Path database = home.resolve("database");
                Path aside = home.resolve("database.before");
                Folders.delete(aside);
                if (Files.exists(database)) {
                    Files.move(database, aside);
                }
                say.accept(
                        "The realm's file or an address in it has changed: Keycloak imports it anew;"
                                + " what was changed in Keycloak by hand is in "
                                + aside);
            }
            Files.writeString(imported, now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void link(Path link, Path target) throws IOException {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
    }

    private static String digest(RealmFile realm, Map<String, String> environment)
            throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(realm.path()));
            digest.update(new TreeMap<>(environment).toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> java(Path distribution, Path home) {
        return List.of(
                JavaHome.java(),
                "-Xms64m",
                "-Xmx384m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseSerialGC",
                // a start and some sign-ins are its whole life here: the second compiler costs more
                // than it gives
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Duser.language=en",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dpicocli.disable.closures=true",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-cp",
                distribution.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    }
}
