package io.bridgehead.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bridgehead.platform.events.Listening.Ear;
import io.bridgehead.platform.testing.RealParts;
import io.bridgehead.stack.Daemon;
import io.bridgehead.stack.KafkaBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.boot.health.contributor.Status;

@Execution(ExecutionMode.CONCURRENT)
class BrokerAwayTest {

    private static final String ID = "a";

    @TempDir private Path folder;

    @Test
    void aServiceStartsBeforeItsBrokerAndOutlivesItAndLosesNothing() throws IOException {
        int port = freePort();
        Place place =
                new Place(
                        RealParts.mongo(),
                        RealParts.freshName("service"),
                        "127.0.0.1:" + port,
                        "never-created");
        try (Listening listening = new Listening(place);
                Ear ear = listening.start(place)) {
            ear.instance().create(ID);
            count(ear, 1, 5);
            assertThat(health(ear)).isEqualTo(Status.DOWN);

            try (Daemon broker = KafkaBroker.start(folder, port)) {
                assertThat(broker.process().isAlive()).isTrue();
                awaitHeard(ear, 5);
                await().until(() -> health(ear).equals(Status.UP));
            }
            count(ear, 6, 30);
            assertThat(health(ear)).isEqualTo(Status.DOWN);

            try (Daemon broker = KafkaBroker.start(folder, port)) {
                assertThat(broker.process().isAlive()).isTrue();
                awaitHeard(ear, 30);
                count(ear, 31, 35);
                awaitHeard(ear, 35);
                await().until(() -> health(ear).equals(Status.UP));
                assertThat(Wire.firstOccurrences(Wire.read(place, 36)).get(ID))
                        .isEqualTo(LongStream.rangeClosed(1, 36).boxed().toList());
            }
        }
    }

    private static void count(Ear ear, int from, int to) {
        for (int number = from; number <= to; number++) {
            ear.instance().add(ID, number);
        }
    }

    private static void awaitHeard(Ear ear, int last) {
        List<Integer> all = IntStream.rangeClosed(0, last).boxed().toList();
        await().untilAsserted(() -> assertThat(ear.heard(ID)).isEqualTo(all));
    }

    private static Status health(Ear ear) {
        return ear.instance().get(BrokerHealth.class).health().getStatus();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
