package io.bridgehead.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bridgehead.contract.EventReader.Received;
import io.bridgehead.contract.chain.History;
import io.bridgehead.contract.signing.TestKeys;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.events.Event;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.privacy.PersonalText;
import io.bridgehead.platform.privacy.Privacy;
import io.bridgehead.platform.testing.Callers;
import io.bridgehead.platform.testing.RealParts;
import io.bridgehead.platform.testing.TestRealm;
import io.bridgehead.stack.Daemon;
import io.bridgehead.stack.KafkaBroker;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/// Two instances of the service behind one database and one broker, which can be stopped; and pages that
/// are open on either.
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ChangesTest {

    private static final int MOST_LISTENERS = 60;
    private static final int KEPT = 50;
    private static final Duration QUIET = Duration.ofMillis(700);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final TestRealm realm = TestRealm.start();
    private final String auditor = realm.token(Role.AUDITOR, "np");
    private final int kafkaPort = freePort();
    private Path folder = Path.of("");
    private @Nullable Daemon broker;
    private final List<ConfigurableApplicationContext> instances = new ArrayList<>();
    private int meetings;

    @BeforeAll
    void start(@TempDir Path kafka) {
        folder = kafka;
        broker = KafkaBroker.start(folder, kafkaPort);
        String database = RealParts.freshName("changes");
        for (int i = 0; i < 2; i++) {
            instances.add(
                    new SpringApplicationBuilder(ContractServiceApplication.class)
                            .run(
                                    "--server.port=0",
                                    "--spring.mongodb.uri=" + RealParts.mongo(),
                                    "--bridgehead.documents.database=" + database,
                                    "--bridgehead.privacy.keys-database=" + database + "-keys",
                                    "--bridgehead.privacy.master-key="
                                            + Base64.getEncoder().encodeToString(new byte[32]),
                                    "--bridgehead.events.bootstrap-servers=127.0.0.1:" + kafkaPort,
                                    "--bridgehead.identity.issuer=" + realm.issuer(),
                                    "--bridgehead.contract.seal.key=" + TestKeys.RFC_8037,
                                    "--bridgehead.contract.changes.listeners=" + MOST_LISTENERS,
                                    "--bridgehead.contract.changes.kept=" + KEPT));
        }
        // Both have their partitions, and read.
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    for (int i = 0; i < 2; i++) {
                        HttpResponse<InputStream> answer = knock(i);
                        answer.body().close();
                        assertThat(answer.statusCode()).isEqualTo(200);
                    }
                });
    }

    @AfterAll
    void stop() {
        instances.forEach(ConfigurableApplicationContext::close);
        if (broker != null) {
            broker.close();
        }
        realm.close();
    }

    private URI address(int instance, String path) {
        String port = instances.get(instance).getEnvironment().getProperty("local.server.port");
        return URI.create("http://127.0.0.1:" + port + "/api/v1" + path);
    }

    private EventReader open(int instance, String token, @Nullable String lastEventId)
            throws IOException, InterruptedException {
        return EventReader.open(address(instance, "/chains/changes"), token, lastEventId);
    }

    private HttpResponse<byte[]> call(
            int instance, String token, String method, String path, String body)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address(instance, path))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", Callers.key())
                                .method(method, BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofByteArray());
    }

    /// @return the numbers of meetings that no other test has
    private int fresh(int number) {
        int first = meetings + 1;
        meetings += number;
        return first;
    }

    private void tell(List<Event<byte[]>> events) {
        try (Neighbours neighbours = new Neighbours("127.0.0.1:" + kafkaPort)) {
            for (Event<byte[]> event : events) {
                boolean delegate = event.type().startsWith("delegate.");
                neighbours.tell(
                        delegate ? "bridgehead.registration" : "bridgehead.matchmaking",
                        List.of(event));
            }
        }
    }

    private History history(int number) {
        Privacy privacy = instances.getFirst().getBean(Privacy.class);
        return History.ofMeetings(number, 1, person -> privacy.protect(person, "诸葛亮"));
    }

    /// A meeting's request and no more.
    private String ask(int number) {
        tell(List.of(history(number).of("meeting").getFirst()));
        return "meeting-" + number;
    }

    /// The next one of the same meeting.
    private void accept(int number) {
        tell(List.of(history(number).of("meeting").get(1)));
    }

    private static String idOf(Received event) {
        assertThat(event.name()).isEqualTo("chain");
        return Documents.EVENT_JSON.readTree(event.data()).path("id").asString();
    }

    private static void assertReady(EventReader reader) throws InterruptedException {
        assertThat(reader.next()).isEqualTo(new Received("ready", "{}"));
        assertThat(reader.lastEventId()).isNotEmpty();
    }

    @Test
    void bothInstancesTellEachChangeOnceAndAsItIsRead() throws Exception {
        try (EventReader one = open(0, auditor, null);
                EventReader other = open(1, auditor, null)) {
            assertReady(one);
            assertReady(other);

            String id = ask(fresh(1));
            Received told = one.next();

            assertThat(told.name()).isEqualTo("chain");
            byte[] read = call(0, auditor, "GET", "/chains/" + id, "").body();
            assertThat(told.data()).isEqualTo(new String(read, StandardCharsets.UTF_8));
            assertThat(told.data()).contains("项目");
            assertThat(other.next()).isEqualTo(told);
            assertThat(one.within(QUIET)).isEmpty();
            assertThat(other.within(QUIET)).isEmpty();
            assertThat(one.lastEventId()).isEqualTo(other.lastEventId());
        }
    }

    @Test
    void whatBefallsADelegateIsToldOfHisChains() throws Exception {
        int number = fresh(1);
        List<Event<byte[]>> delegate =
                history(number).of("delegate").stream()
                        .filter(event -> event.subject().equals("sr" + number))
                        .toList();
        try (EventReader reader = open(0, auditor, null)) {
            assertReady(reader);
            tell(delegate.subList(0, 1));
            assertThat(reader.within(QUIET)).isEmpty();

            String id = ask(number);
            assertThat(idOf(reader.next())).isEqualTo(id);
            tell(delegate.subList(1, 3));

            await().untilAsserted(() -> assertThat(idOf(reader.next())).isEqualTo(id));
            assertThat(reader.within(QUIET).size()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aChainThatCannotBeShownKeepsNoOtherFromBeingTold() throws Exception {
        int number = fresh(2);
        PersonalText unreadable = new PersonalText("nobody-has-this-key", "AQ");
        try (EventReader reader = open(0, auditor, null)) {
            assertReady(reader);
            History history = History.ofMeetings(number, 1, _ -> unreadable);
            tell(List.of(history.of("delegate").getFirst()));
            assertThat(reader.within(QUIET)).isEmpty();
            tell(List.of(history.of("meeting").getFirst()));

            String id = ask(number + 1);

            assertThat(idOf(reader.next())).isEqualTo(id);
        }
    }

    @Test
    void whoComesBackToTheOtherInstanceMissesNothingAndHearsNothingTwice() throws Exception {
        int first = fresh(20);
        @Nullable String last;
        try (EventReader one = open(0, auditor, null)) {
            assertReady(one);
            ask(first);
            assertThat(idOf(one.next())).isEqualTo("meeting-" + first);
            assertThat(one.within(QUIET)).isEmpty();
            last = one.lastEventId();
        }
        List<String> missed = IntStream.range(first + 1, first + 10).mapToObj(this::ask).toList();
        accept(first + 1);
        try (EventReader other = open(1, auditor, last)) {
            assertReady(other);
            List<String> later =
                    IntStream.range(first + 10, first + 20).mapToObj(this::ask).toList();

            List<String> heard = new ArrayList<>();
            await().atMost(PATIENCE)
                    .until(() -> {
                        other.within(QUIET).forEach(event -> heard.add(idOf(event)));
                        return heard.size() >= missed.size() + later.size();
                    });
            List<String> all = new ArrayList<>(missed);
            all.addAll(later);
            // The first of them changed twice, perhaps before and after the return.
            heard.removeIf(id -> id.equals(missed.getFirst()));
            all.remove(missed.getFirst());
            assertThat(heard).containsExactlyInAnyOrderElementsOf(all);
        }
    }

    @Test
    void whoIsAheadOfAnInstanceIsNotToldAgain() throws Exception {
        int number = fresh(1);
        try (EventReader one = open(0, auditor, null);
                EventReader other = open(1, auditor, null)) {
            assertReady(one);
            assertReady(other);
            ask(number);
            assertThat(idOf(one.next())).isEqualTo("meeting-" + number);
            try (EventReader back = open(1, auditor, one.lastEventId())) {
                assertReady(back);
                assertThat(back.within(QUIET)).isEmpty();
            }
        }
    }

    @Test
    void whoseIdSaysNothingReadsTheListAnew() throws Exception {
        for (String id : List.of("what", "AAAAAAAA", "x".repeat(3000))) {
            try (EventReader reader = open(0, auditor, id)) {
                assertThat(reader.next()).isEqualTo(new Received("reset", "{}"));
                String fresh = reader.lastEventId();
                assertThat(fresh).isNotEqualTo(id);
                try (EventReader again = open(1, auditor, fresh)) {
                    assertReady(again);
                }
            }
        }
    }

    @Test
    void nobodyIsToldOfOthersChains() throws Exception {
        try (EventReader huangshan = open(0, realm.token(Role.CITY_OFFICER, "hs"), null);
                EventReader stranger = open(0, realm.token(Role.ORGANISATION, "qz", "o-hs"), null);
                EventReader shangrao = open(0, realm.token(Role.CITY_OFFICER, "sr"), null);
                EventReader party = open(0, realm.token(Role.ORGANISATION, "hs", "o-qz"), null);
                EventReader elsewhere =
                        EventReader.open(address(0, "/chains/changes?edition=e2"), auditor, null)) {
            for (EventReader each : List.of(huangshan, stranger, shangrao, party, elsewhere)) {
                assertReady(each);
            }
            String before = huangshan.lastEventId();
            String id = ask(fresh(1));

            assertThat(idOf(shangrao.next())).isEqualTo(id);
            assertThat(idOf(party.next())).isEqualTo(id);
            assertThat(huangshan.within(QUIET)).isEmpty();
            assertThat(stranger.within(QUIET)).isEmpty();
            assertThat(elsewhere.within(QUIET)).isEmpty();
            try (EventReader back = open(1, realm.token(Role.CITY_OFFICER, "hs"), before)) {
                assertReady(back);
                assertThat(back.within(QUIET)).isEmpty();
            }
        }
    }

    @Test
    void aBrokerThatWasAwayCostsTimeAndNoChange() throws Exception {
        int number = fresh(2);
        try (EventReader one = open(0, auditor, null);
                EventReader other = open(1, auditor, null)) {
            assertReady(one);
            assertReady(other);
            stopBroker();
            Thread.sleep(1_500);
            assertThat(one.within(QUIET)).isEmpty();
            broker = KafkaBroker.start(folder, kafkaPort);

            String id = ask(number);

            assertThat(idOf(one.next())).isEqualTo(id);
            assertThat(idOf(other.next())).isEqualTo(id);
            assertThat(one.within(QUIET)).isEmpty();
        }
    }

    private void stopBroker() {
        Daemon running = broker;
        assertThat(running).isNotNull();
        running.close();
    }

    @Test
    void aQuietStreamShowsThatItLivesAndEndsWithTheToken() throws Exception {
        String brief =
                realm.sign(
                        realm.claims(Role.AUDITOR, "np")
                                .expirationTime(Date.from(Instant.now().plusSeconds(18)))
                                .build());
        try (EventReader reader = open(0, brief, null)) {
            assertReady(reader);
            assertThat(reader.endsWithin(Duration.ofSeconds(10))).isFalse();
            assertThat(reader.endsWithin(Duration.ofSeconds(12))).isTrue();
            assertThat(reader.comments()).containsExactly(":still here");
        }
    }

    @Test
    void whoComesBackAfterTooLongReadsTheListAnew() throws Exception {
        @Nullable String last;
        try (EventReader reader = open(0, auditor, null)) {
            assertReady(reader);
            last = reader.lastEventId();
        }
        List<Event<byte[]>> many = new ArrayList<>();
        int first = fresh(KEPT + 1);
        for (int i = first; i <= first + KEPT; i++) {
            many.add(history(i).of("meeting").getFirst());
        }
        tell(many);

        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    try (EventReader reader = open(1, auditor, last)) {
                        assertThat(reader.next()).isEqualTo(new Received("reset", "{}"));
                    }
                });
    }

    /// The last one: those who left are noticed when they are told something.
    @Test
    @Order(Integer.MAX_VALUE)
    void thereAreNoMoreListenersThanAnInstanceCanTell() throws Exception {
        List<HttpResponse<InputStream>> open = new ArrayList<>();
        HttpResponse<InputStream> last = knock(1);
        while (last.statusCode() == 200) {
            open.add(last);
            assertThat(open).hasSizeLessThanOrEqualTo(MOST_LISTENERS);
            last = knock(1);
        }

        assertThat(last.statusCode()).isEqualTo(503);
        assertThat(last.headers().firstValue("Retry-After")).isPresent();
        JsonNode problem = Documents.EVENT_JSON.readTree(last.body().readAllBytes());
        assertThat(problem.path("slug").asString()).isEqualTo("too-many-listeners");
        for (HttpResponse<InputStream> each : open) {
            each.body().close();
        }
    }

    private HttpResponse<InputStream> knock(int instance) throws IOException, InterruptedException {
        return EventReader.ask(address(instance, "/chains/changes"), auditor, null);
    }

    @Test
    void aViewThatWasBuiltAnewIsReadAnew() throws Exception {
        String operator = realm.token(Role.OPERATOR, "np");
        try (EventReader one = open(0, auditor, null);
                EventReader other = open(1, auditor, null)) {
            assertReady(one);
            assertReady(other);
            HttpResponse<byte[]> asked =
                    call(
                            0,
                            operator,
                            "POST",
                            "/services/contract/rebuilds",
                            "{\"subscription\":\"chain\"}");
            assertThat(asked.statusCode()).isEqualTo(202);

            assertThat(one.next()).isEqualTo(new Received("reset", "{}"));
            assertThat(other.next()).isEqualTo(new Received("reset", "{}"));
            String id = ask(fresh(1));
            assertThat(idOf(one.next())).isEqualTo(id);
            assertThat(idOf(other.next())).isEqualTo(id);
        }
    }

    @Test
    void othersMayNotListen() throws Exception {
        for (Role role : List.of(Role.DELEGATE, Role.JUDGE, Role.RECEPTION)) {
            assertThat(
                            EventReader.ask(
                                            address(0, "/chains/changes"),
                                            realm.token(role, "qz"),
                                            null)
                                    .statusCode())
                    .isEqualTo(403);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
