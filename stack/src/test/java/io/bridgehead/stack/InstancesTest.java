package io.bridgehead.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Services that run several times, in a checkout of their own.
class InstancesTest {

    private static final Map<String, String> TWO = Map.of("BRIDGEHEAD_CONTRACT_PORT", "8083, 8084");
    private static final String SECOND = "contract-service-2";

    @TempDir private Path root;

    private Workspace workspace;
    private RunFolder running;

    @BeforeEach
    void checkout() {
        workspace = new Workspace(root);
        running = new RunFolder(workspace.run());
    }

    @AfterEach
    void stopAll() {
        running.all().forEach(part -> part.stop().join());
    }

    private Stack stack(Map<String, String> environment) {
        return Stack.of(workspace, environment);
    }

    private static List<String> names(Stack stack) {
        return stack.parts().stream().map(Part::name).toList();
    }

    private static Launch launch(Stack stack, String name) {
        return stack.parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow()
                .prepare()
                .launch(said -> {});
    }

    private void build(String module, String content) throws IOException {
        Path target = Files.createDirectories(root.resolve(module).resolve("target"));
        Files.writeString(
                target.resolve(module + "-" + Versions.of("bridgehead") + ".jar"), content);
    }

    /// Something that lives under the second instance's name.
    private Daemon startSecond(int port) throws IOException {
        Launch launch = Listener.launch(SECOND, port, root);
        Daemon daemon = Daemon.detached(launch);
        running.remember(RunningPart.of(launch, daemon.process().toHandle()));
        return daemon;
    }

    @Test
    void eachPortIsAnInstanceWithFoldersOfItsOwn() throws IOException {
        build("contract-service", "one");
        Stack stack = stack(TWO);

        assertThat(names(stack))
                .endsWith("matchmaking-service", "contract-service", SECOND, "gateway");
        Launch first = launch(stack, "contract-service");
        Launch second = launch(stack, SECOND);
        assertThat(first.environment()).containsEntry("BRIDGEHEAD_CONTRACT_PORT", "8083");
        assertThat(second.environment()).containsEntry("BRIDGEHEAD_CONTRACT_PORT", "8084");
        assertThat(second.environment().keySet()).isEqualTo(first.environment().keySet());
        assertThat(second.log()).hasFileName("contract-service-2.log");
        assertThat(second.folder()).hasFileName("contract-service-2");
        assertThat(Path.of(second.command().getLast())).hasFileName("contract-service-2.jar");
    }

    @Test
    void theGatewayIsToldOfAll() throws IOException {
        build("gateway", "one");

        assertThat(launch(stack(TWO), "gateway").environment())
                .containsEntry(
                        "BRIDGEHEAD_CONTRACT_URL", "http://127.0.0.1:8083,http://127.0.0.1:8084")
                .containsEntry("BRIDGEHEAD_REGISTRATION_URL", "http://127.0.0.1:8081");
    }

    @Test
    void everyServiceMayHaveSeveralAndTheyAreInTheirOrder() {
        Map<String, String> eleven =
                Map.of("BRIDGEHEAD_REGISTRATION_PORT", "1,2,3,4,5,6,7,8,9,10,11");

        assertThat(names(stack(eleven)))
                .containsSubsequence(
                        "registration-service",
                        "registration-service-2",
                        "registration-service-9",
                        "registration-service-10",
                        "registration-service-11");
        assertThat(names(stack(Map.of("BRIDGEHEAD_MATCHMAKING_PORT", "1,2"))))
                .contains("matchmaking-service-2");
    }

    @Test
    void oneThatWasStartedBelongsToTheSystemUntilItIsStopped() throws IOException {
        int port = Ports.free();
        Daemon second = startSecond(port);
        assertThat(names(stack(Map.of()))).contains(SECOND);
        assertThat(status(TWO).part().port()).isEqualTo(port);
        assertThat(status(Map.of()).part().port()).isEqualTo(port);
        assertThat(status(Map.of()).state()).isNotEqualTo(PartStatus.State.DIED);
        assertThat(stack(Map.of()).process(SECOND)).contains(second.process().toHandle());

        second.kill();
        assertThat(status(TWO).part().port()).isEqualTo(8084);
        assertThat(status(Map.of()).part().port()).isEqualTo(port);
        assertThat(status(Map.of()).state()).isEqualTo(PartStatus.State.DIED);
        assertThat(stack(Map.of()).process(SECOND)).isEmpty();

        Daemon again = startSecond(port);
        stack(Map.of()).down(new Progress(System.out));
        assertThat(again.process().isAlive()).isFalse();
        assertThat(names(stack(Map.of()))).contains("contract-service").doesNotContain(SECOND);
    }

    private PartStatus status(Map<String, String> environment) {
        return stack(environment).status().stream()
                .filter(status -> status.part().name().equals(SECOND))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theMongoThatAnyOfThemWasStartedWithIsTheirs() throws IOException {
        Map<String, String> other = Map.of("MONGODB_URI", "mongodb://other.example/");
        running.rememberForeignMongo(Optional.of("mongodb://db.example/"));
        assertThat(stack(other).mongodb()).isEqualTo("mongodb://other.example/");

        startSecond(Ports.free());

        assertThat(stack(other).mongodb()).isEqualTo("mongodb://db.example/");
    }

    @Test
    void oneThatRunsFromAnOlderBuildIsNamedAndKeepsItsJar() throws IOException {
        build("contract-service", "one");
        Path jar = Path.of(launch(stack(TWO), SECOND).command().getLast());
        startSecond(Ports.free());
        assertThat(stack(TWO).outdated()).isEmpty();

        build("contract-service", "two");
        launch(stack(TWO), "contract-service");

        assertThat(stack(TWO).outdated()).containsExactly(SECOND);
        assertThat(jar).hasContent("one");
    }
}
