package io.bridgehead.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartUpTest {

    @TempDir private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private RunFolder running() {
        return new RunFolder(folder);
    }

    private void up(Part... parts) {
        Progress progress = new Progress(new PrintStream(said, true, StandardCharsets.UTF_8));
        new StartUp(running(), progress).start(List.of(parts));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @AfterEach
    void stopAll() {
        running().all().forEach(part -> part.stop().join());
    }

    @Test
    void aPartStartsOnlyWhenWhatItNeedsAnswers() {
        Part store = Listener.part("store", folder, Set.of());
        Part service = Listener.part("service", folder, Set.of("store"));
        Part watched =
                new Part(
                        service.name(),
                        service.port(),
                        service.after(),
                        service.ready(),
                        say -> {
                            assertThat(store.ready().getAsBoolean()).isTrue();
                            return service.prepare().launch(say);
                        });

        up(store, watched);

        assertThat(running().all())
                .extracting(RunningPart::name)
                .containsExactlyInAnyOrder("store", "service");
        assertThat(said()).containsSubsequence("store", "service", "127.0.0.1:" + service.port());
    }

    @Test
    void aSecondTimeLeavesAloneWhatRuns() {
        Part one = Listener.part("one", folder, Set.of());
        Part two = Listener.part("two", folder, Set.of());
        up(one);
        RunningPart before = running().alive("one").orElseThrow();

        up(one, two);

        assertThat(running().alive("one")).contains(before);
        assertThat(running().alive("two")).isPresent();
        assertThat(said()).containsPattern("one +runs already");
    }

    @Test
    void whatRunsOutlivesTheSessionItWasStartedIn() throws IOException {
        up(Listener.part("one", folder, Set.of()));

        long pid = running().alive("one").orElseThrow().pid();

        // the session is the sixth field of stat, and its leader gives it its number
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        assertThat(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[3])
                .isEqualTo(Long.toString(pid));
    }

    @Test
    void aPartThatDiesIsNamedWithItsLastWords() {
        Part dead = Listener.part("dead", folder, Set.of(), "dies");
        Part never = Listener.part("never", folder, Set.of("dead"));

        assertThatThrownBy(() -> up(dead, never))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("dead ended with status 7")
                .hasMessageContaining("these are my last words");
        assertThat(running().find("never")).isEmpty();
    }

    @Test
    void aPartThatDiesAfterItHasAnsweredIsNamedToo() {
        Part fleeting = Listener.part("fleeting", folder, Set.of(), "fleeting");
        Part later = Listener.part("later", folder, Set.of("fleeting"));

        assertThatThrownBy(() -> up(fleeting, later))
                .isInstanceOf(StackException.class)
                .hasMessageStartingWith("fleeting has died");
    }

    @Test
    void aTakenPortIsNamedBeforeAnythingIsStarted() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            Part free = Listener.part("kafka", folder, Set.of());
            Part blocked = Listener.part("registration-service", port, folder, Set.of());

            assertThatThrownBy(() -> up(free, blocked))
                    .hasMessage(
                            "Port %d is taken, and registration-service needs it. End what holds it,"
                                    + " or set BRIDGEHEAD_REGISTRATION_PORT to another port.",
                            port);
            assertThat(running().all()).isEmpty();
        }
    }

    @Test
    void aPortThatIsGivenTwiceIsNamedBeforeAnythingIsStarted() {
        int port = Ports.free();
        Part first = Listener.part("contract-service", port, folder, Set.of());
        Part second = Listener.part("contract-service-2", port, folder, Set.of());

        assertThatThrownBy(() -> up(Listener.part("kafka", folder, Set.of()), first, second))
                .hasMessage(
                        "Port %d is given to both contract-service and contract-service-2:"
                                + " set BRIDGEHEAD_CONTRACT_PORT to other ports.",
                        port);
        assertThat(running().all()).isEmpty();
    }

    @Test
    void aPidThatBelongsToAnotherProcessByNowIsNeitherTakenForOursNorKilled() throws IOException {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            RunningPart before =
                    new RunningPart(
                            "kafka",
                            stranger.pid(),
                            "an earlier birth",
                            Instant.now(),
                            9092,
                            folder.resolve("kafka.log"));
            running().remember(before);

            assertThat(running().find("kafka")).contains(before);
            assertThat(running().alive("kafka")).isEmpty();
            before.stop().join();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroy();
        }
    }

    @Test
    void whatIsRememberedIsReadBack() {
        up(Listener.part("one", folder, Set.of()));

        RunningPart part = running().alive("one").orElseThrow();

        assertThat(part.resident().orElse(0)).isBetween(1L << 20, 1L << 30);
        part.stop().join();
        assertThat(running().alive("one")).isEmpty();
        assertThat(running().find("one")).contains(part);
    }

    @Test
    void aFileThatAPowerCutLeftEmptyRemembersNothing() throws IOException {
        Files.createFile(folder.resolve("kafka.properties"));

        assertThat(running().find("kafka")).isEmpty();
        assertThat(running().all()).isEmpty();
    }

    @Test
    void theLogOfTheRunBeforeIsKept() throws IOException {
        Part dead = Listener.part("dead", folder, Set.of(), "dies");
        assertThatThrownBy(() -> up(dead)).isInstanceOf(StackException.class);
        assertThatThrownBy(() -> up(dead)).isInstanceOf(StackException.class);

        assertThat(Files.readString(folder.resolve("dead.log.before"))).contains("last words");
    }
}
