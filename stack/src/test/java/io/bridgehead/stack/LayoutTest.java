package io.bridgehead.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {

    @TempDir private Path folder;

    @Test
    void aVariableMovesAPart() {
        Layout layout = Layout.of(Map.of("BRIDGEHEAD_KEYCLOAK_PORT", "9999"), running());

        assertThat(layout.issuer()).hasToString("http://127.0.0.1:9999/realms/bridgehead");
        assertThat(layout.http(Layout.GATEWAY)).hasToString("http://127.0.0.1:8080");
        assertThat(layout.kafka()).isEqualTo("127.0.0.1:9092");
    }

    @Test
    void aPartThatRunsIsWhereItIsWhateverTheVariableSaysNow() throws IOException {
        int port = Ports.free();
        Daemon daemon = Daemon.detached(Listener.launch(Layout.GATEWAY, port, folder));
        RunningPart gateway =
                RunningPart.of(
                        Listener.launch(Layout.GATEWAY, port, folder), daemon.process().toHandle());
        running().remember(gateway);

        assertThat(
                        Layout.of(Map.of("BRIDGEHEAD_GATEWAY_PORT", "9999"), running())
                                .port(Layout.GATEWAY))
                .isEqualTo(port);
        daemon.kill();
        assertThat(
                        Layout.of(Map.of("BRIDGEHEAD_GATEWAY_PORT", "9999"), running())
                                .port(Layout.GATEWAY))
                .isEqualTo(9999);
    }

    private RunFolder running() {
        return new RunFolder(folder);
    }

    @Test
    void whatIsNoPortIsNamed() {
        assertThatThrownBy(() -> Layout.of(Map.of("BRIDGEHEAD_KAFKA_PORT", "many"), running()))
                .isInstanceOf(StackException.class)
                .hasMessage("BRIDGEHEAD_KAFKA_PORT names \"many\", which is no port.");
        assertThatThrownBy(() -> Layout.of(Map.of("BRIDGEHEAD_KAFKA_PORT", "65536"), running()))
                .hasMessageContaining("\"65536\"");
        assertThatThrownBy(() -> Layout.of(Map.of("BRIDGEHEAD_CONTRACT_PORT", "8083,0"), running()))
                .hasMessage("BRIDGEHEAD_CONTRACT_PORT names \"0\", which is no port.");
        assertThatThrownBy(() -> Layout.of(Map.of("BRIDGEHEAD_CONTRACT_PORT", "8083,"), running()))
                .hasMessage("BRIDGEHEAD_CONTRACT_PORT names \"\", which is no port.");
    }

    @ParameterizedTest
    @ValueSource(strings = {Layout.KAFKA, Layout.MONGODB, Layout.KEYCLOAK, Layout.GATEWAY})
    void whatRunsInOneInstanceOnlyIsNamed(String part) {
        String variable = Ports.variable(part);

        assertThatThrownBy(() -> Layout.of(Map.of(variable, "9001,9002"), running()))
                .isInstanceOf(StackException.class)
                .hasMessage(
                        "%s names several ports, and %s runs in one instance only: 9001,9002",
                        variable, part);
    }

    @Test
    void aMongoThatSomeoneElseRunsIsUsedAndNoneIsStarted() {
        Map<String, String> environment = Map.of("MONGODB_URI", "mongodb://db.example:27017/");
        Workspace workspace = Workspace.find().at(folder);

        assertThat(Layout.of(environment, running()).mongodb())
                .isEqualTo("mongodb://db.example:27017/");
        assertThat(Stack.of(workspace, environment).parts())
                .extracting(Part::name)
                .doesNotContain(Layout.MONGODB)
                .contains(Layout.KAFKA);
        assertThat(Stack.of(workspace, Map.of()).parts())
                .extracting(Part::name)
                .contains(Layout.MONGODB);
    }

    @Test
    void theMongoThatServicesWereStartedWithIsTheirsWhateverTheVariableSaysNow()
            throws IOException {
        Workspace workspace = Workspace.find().at(folder);
        RunFolder remembered = new RunFolder(workspace.run());
        Map<String, String> other = Map.of("MONGODB_URI", "mongodb://other.example/");
        Daemon service = remember(Layout.CONTRACT, remembered);

        remembered.rememberForeignMongo(Optional.of("mongodb://db.example/"));
        for (Map<String, String> now : List.of(Map.<String, String>of(), other)) {
            assertThat(Stack.of(workspace, now).mongodb()).isEqualTo("mongodb://db.example/");
            assertThat(Stack.of(workspace, now).status())
                    .extracting(status -> status.part().name())
                    .doesNotContain(Layout.MONGODB);
        }
        assertThat(Files.getPosixFilePermissions(workspace.run().resolve("mongodb-uri")))
                .containsExactlyInAnyOrder(
                        PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

        remembered.rememberForeignMongo(Optional.empty());
        assertThat(Stack.of(workspace, other).status())
                .extracting(status -> status.part().name())
                .contains(Layout.MONGODB);

        remembered.rememberForeignMongo(Optional.of("mongodb://db.example/"));
        service.kill();
        assertThat(Stack.of(workspace, other).mongodb()).isEqualTo("mongodb://other.example/");
        Stack.of(workspace, Map.of()).down(new Progress(System.out));
        assertThat(remembered.foreignMongo()).isEmpty();
    }

    private Daemon remember(String part, RunFolder remembered) throws IOException {
        Launch launch = Listener.launch(part, Ports.free(), folder);
        Daemon daemon = Daemon.detached(launch);
        remembered.remember(RunningPart.of(launch, daemon.process().toHandle()));
        return daemon;
    }

    @Test
    void aMongoThatDoesNotAnswerIsNamedBeforeAnythingIsStarted() {
        Map<String, String> environment =
                Map.of("MONGODB_URI", "mongodb://127.0.0.1:" + Ports.free() + "/");
        Stack stack = Stack.of(Workspace.find().at(folder), environment);

        assertThatThrownBy(() -> stack.up(new Progress(System.out)))
                .isInstanceOf(StackException.class)
                .hasMessageStartingWith("MONGODB_URI is set, and no MongoDB answers there.");
    }
}
