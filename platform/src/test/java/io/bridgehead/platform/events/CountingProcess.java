package io.bridgehead.platform.events;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.bridgehead.platform.documents.Aggregates;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.DocumentSettings;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.Faults;
import io.bridgehead.platform.documents.Tally;
import io.bridgehead.platform.documents.Unsent;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/// A writer in a process of its own, which a test can kill as a machine without power would.
final class CountingProcess implements AutoCloseable {

    static final int KILLED = 128 + 9;
    static final int AGGREGATES = 8;

    private final Process process;
    private final BufferedReader output;

    private CountingProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /// Writes `a` twice and stands still after the second write, before anything is sent.
    static CountingProcess standingStillBeforeItSends(Place place) throws IOException {
        return start(place, "still");
    }

    /// Counts on several aggregates as fast as it can, and says so for each command that was
    /// acknowledged: `<id> <number>`.
    static CountingProcess counting(Place place) throws IOException {
        return start(place, "counting");
    }

    private static CountingProcess start(Place place, String mode) throws IOException {
        return new CountingProcess(
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                CountingProcess.class.getName(),
                                mode,
                                place.mongo(),
                                place.database(),
                                place.kafka(),
                                place.topic())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start());
    }

    List<String> lines(int number) throws IOException {
        List<String> lines = new ArrayList<>();
        while (lines.size() < number) {
            String line = output.readLine();
            if (line == null) {
                throw new IOException("the process ended after " + lines);
            }
            lines.add(line);
        }
        return lines;
    }

    /// @return what it said that nobody had read
    List<String> kill() throws IOException, InterruptedException {
        // Not Process.destroyForcibly(), which throws away what the process has said.
        process.toHandle().destroyForcibly();
        if (process.waitFor() != KILLED) {
            throw new IOException("ended with " + process.exitValue() + " before it was killed");
        }
        List<String> rest = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            rest.add(line);
        }
        return rest;
    }

    /// As a machine that is suspended would: it does nothing, and does not know it.
    void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        Process kill =
                new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .inheritIO()
                        .start();
        if (kill.waitFor() != 0) {
            throw new IOException("no signal " + name);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    static void main(String[] args) throws InterruptedException {
        Place place = new Place(args[1], args[2], args[3], args[4]);
        if (args[0].equals("still")) {
            writeAndStandStill(place);
        } else {
            count(place);
        }
    }

    private static void writeAndStandStill(Place place) {
        try (MongoClient client = MongoClients.create(place.mongo())) {
            tallies(client, place, _ -> {}).create("a", new CommandId("1"), Tally.begin(9));
            tallies(client, place, _ -> standStill()).change("a", new CommandId("2"), Tally::add);
        }
    }

    private static Aggregates<Tally, Tally.Counted> tallies(
            MongoClient client, Place place, Consumer<Unsent> outbox) {
        return Instance.tallies(
                new Documents(
                        client.getDatabase(place.database()),
                        new DocumentSettings(place.database(), 1_000, Duration.ofSeconds(10)),
                        Clock.tick(Clock.systemUTC(), Duration.ofMillis(1)),
                        () -> null,
                        outbox));
    }

    private static void standStill() {
        System.out.println("written");
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void count(Place place) throws InterruptedException {
        try (Listening listening = new Listening(place);
                Listening.Ear ear = listening.start()) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < AGGREGATES; i++) {
                String id = "t" + i;
                threads.add(Thread.ofPlatform().start(() -> count(ear.instance(), id)));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private static void count(Instance instance, String id) {
        instance.create(id);
        for (int number = 1; ; number++) {
            add(instance, id, number);
            System.out.println(id + " " + number);
        }
    }

    /// As a caller who is told to come again does: with the same command.
    private static void add(Instance instance, String id, int number) {
        while (true) {
            try {
                instance.add(id, number);
                return;
            } catch (RuntimeException e) {
                if (!Faults.mayPass(e)) {
                    throw e;
                }
            }
        }
    }
}
