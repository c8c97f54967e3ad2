package io.bridgehead.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.core.FileAppender;
import com.github.benmanes.caffeine.cache.Ticker;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.bridgehead.platform.documents.Aggregates;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.DocumentSettings;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.OutgoingEvent;
import io.bridgehead.platform.documents.Transition;
import io.bridgehead.stack.Daemon;
import io.bridgehead.stack.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// Plants values that occur nowhere else, and looks for their bytes where they must not be: in the
/// files of both databases, and in the logs when everything logs all it can. Values planted in the
/// clear prove that the search finds.
class CanariesTest {

    private static final int CANARIES = 200;

    public record Guest(String note, PersonalText name, PersonalText phone) {}

    public record Registered(Guest guest) {}

    private final Random random = new Random(4);

    private String chineseName() {
        return random.ints(6, 0x4E00, 0x9FA5)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, (_, _) -> {})
                .toString();
    }

    private String phone() {
        return "138" + random.nextLong(1_000_000_000_000L, 10_000_000_000_000L);
    }

    @Test
    void noFileOfEitherDatabaseAndNoLogHoldsThem(@TempDir Path folder) {
        Set<String> hidden = new TreeSet<>();
        Set<String> shown = new TreeSet<>();
        Path log = folder.resolve("everything.log");
        Path data = folder.resolve("mongodb");
        Daemon server = MongoServer.start(data, 0);
        try (Logging _ = new Logging(log);
                MongoClient client = MongoClients.create(server.address())) {
            plant(client, hidden, shown);
        } finally {
            // its files are whole when it has ended
            server.close();
        }

        assertThat(hidden).hasSize(2 * CANARIES);
        assertThat(found(shown, data)).as("control, files").isEqualTo(shown);
        assertThat(found(shown, log)).as("control, logs").isEqualTo(shown);
        assertThat(found(hidden, data)).as("files").isEmpty();
        assertThat(found(hidden, log)).as("logs").isEmpty();
    }

    private void plant(MongoClient client, Set<String> hidden, Set<String> shown) {
        PrivacyFixture privacy =
                PrivacyFixture.on(
                        client.getDatabase("bridgehead-keys"),
                        MasterKeys.fromBase64(PrivacyFixture.masterKey(1)),
                        Ticker.systemTicker());
        Aggregates<Guest, Registered> guests =
                new Documents(
                                client.getDatabase("service"),
                                new DocumentSettings("service", 1000, Duration.ofSeconds(10)),
                                Clock.systemUTC(),
                                () -> null,
                                _ -> {})
                        .aggregates(
                                "guests",
                                Guest.class,
                                (_, _, event) ->
                                        new OutgoingEvent(
                                                "guest.registered.v1", Set.of("qz"), event));
        for (int i = 0; i < CANARIES; i++) {
            String person = "p" + i;
            String name = chineseName();
            String phone = phone();
            String control = phone();
            privacy.indexes().claim("edition", phone, person);
            Guest guest =
                    new Guest(
                            control,
                            privacy.privacy().protect(person, name),
                            privacy.privacy().protect(person, phone));
            guests.create(
                    person,
                    CommandId.derivedFrom(person),
                    new Transition<>(guest, List.of(new Registered(guest))));
            Guest read = guests.get(person).state();
            assertThat(privacy.privacy().reveal(read.name())).contains(name);
            LoggerFactory.getLogger(getClass()).info("a whole record in a log: {}", read);
            hidden.add(name);
            hidden.add(phone);
            shown.add(control);
        }
    }

    private static Set<String> found(Set<String> canaries, Path where) {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(where)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (String canary : canaries) {
                    if (content.contains(bytes(canary))) {
                        found.add(canary);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static String bytes(String canary) {
        return new String(canary.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /// Everything that anything logs, the driver's commands among it, in one file.
    private static final class Logging implements AutoCloseable {

        private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        private final Level before = root.getLevel();
        private final FileAppender<ch.qos.logback.classic.spi.ILoggingEvent> appender =
                new FileAppender<>();
        private final List<ch.qos.logback.core.Appender<ch.qos.logback.classic.spi.ILoggingEvent>>
                others = new ArrayList<>();

        Logging(Path file) {
            PatternLayoutEncoder encoder = new PatternLayoutEncoder();
            encoder.setContext(root.getLoggerContext());
            encoder.setCharset(StandardCharsets.UTF_8);
            encoder.setPattern("%logger %msg %ex%n");
            encoder.start();
            appender.setContext(root.getLoggerContext());
            appender.setFile(file.toString());
            appender.setEncoder(encoder);
            appender.start();
            root.iteratorForAppenders().forEachRemaining(others::add);
            others.forEach(root::detachAppender);
            root.addAppender(appender);
            root.setLevel(Level.TRACE);
        }

        @Override
        public void close() {
            root.setLevel(before);
            root.detachAppender(appender);
            others.forEach(root::addAppender);
            appender.stop();
        }
    }
}
