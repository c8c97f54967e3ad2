package io.bridgehead.matchmaking;

import static io.bridgehead.matchmaking.Examples.EDITION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bridgehead.matchmaking.registration.News;
import io.bridgehead.matchmaking.registration.News.Told;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.privacy.Privacy;
import io.bridgehead.platform.testing.Callers;
import io.bridgehead.platform.testing.RealParts;
import io.bridgehead.platform.testing.TestRealm;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/// The whole service on the real broker and MongoDB's engine, from what registration tells to the
/// intent that contract-service hears.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class MatchmakingServiceTest {

    private static final String HEARD = "bridgehead.registration";
    private static final String TOLD = "bridgehead.matchmaking";

    private static final int PROJECTS = 8;
    private static final int COUNTERPARTS = 4;
    private static final int TABLES = 3;
    private static final int SLOTS = 8;
    private static final int MEETINGS = PROJECTS * COUNTERPARTS;

    private static final List<String> CITIES = List.of("sr", "hs", "np");

    /// Others may use the machine as well.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final TestRealm REALM = TestRealm.start();

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort int port;
    @Autowired Privacy privacy;

    @DynamicPropertySource
    static void parts(DynamicPropertyRegistry properties) {
        RealParts.createTopics(HEARD, TOLD);
        RealParts.serve(properties, "matchmaking");
        properties.add("bridgehead.identity.issuer", REALM::issuer);
        properties.add("bridgehead.matchmaking.registration.patience", PATIENCE::toString);
    }

    @AfterAll
    static void stop() {
        REALM.close();
    }

    @Test
    void fromWhatRegistrationTellsToTheIntentThatContractHears() throws Exception {
        tell();
        List<String> projects = registerProjects();
        Map<String, String> counterparts = registerCounterparts();
        String organizer = REALM.token(Role.ORGANIZER, "qz");
        post(organizer, "/timetables", timetable());

        assertTheBestIsSuggestedFirst(projects.getFirst());

        request(projects, counterparts);
        acceptAllAtOnce();
        List<JsonNode> settled =
                awaitMeetings(all -> all.stream().noneMatch(meeting -> is(meeting, "accepted")));
        assertThat(settled).hasSize(MEETINGS);
        assertNothingIsBookedTwice(settled);
        List<JsonNode> scheduled = settled.stream().filter(m -> is(m, "scheduled")).toList();
        List<JsonNode> waiting = settled.stream().filter(m -> is(m, "unplaced")).toList();
        assertThat(scheduled.size() + waiting.size()).isEqualTo(MEETINGS);
        assertThat(scheduled).hasSizeBetween(MEETINGS / 2, TABLES * SLOTS);

        letOneOfThoseWaitingMoveUp(scheduled, waiting);

        JsonNode meeting =
                meetings().stream().filter(m -> is(m, "scheduled")).findFirst().orElseThrow();
        assertTheIntentIsTold(meeting, record(meeting));
    }

    @Test
    void everyFeatureDescribesWhatItTakesAndAnswers() throws Exception {
        JsonNode api = send(HttpRequest.newBuilder(address("/v3/api-docs")).GET());

        Map.of(
                        "Project", "stage",
                        "Fund", "mandate",
                        "PilotBase", "disciplines",
                        "Timetable", "slots",
                        "Meeting", "askedBy",
                        "Suggestion", "score")
                .forEach((feature, field) ->
                        assertThat(
                                        api.at(
                                                        "/components/schemas/"
                                                                + feature
                                                                + "Answer/properties")
                                                .propertyNames())
                                .as("what %s answers", feature)
                                .contains(field));
    }

    // --- what registration tells

    private void tell() {
        List<Told> news = new ArrayList<>(List.of(News.industries(), News.edition(EDITION)));
        IntStream.range(0, PROJECTS)
                .forEach(i -> news.addAll(delegate("d-project-" + i, cityOfProject(i))));
        IntStream.range(0, COUNTERPARTS)
                .forEach(i -> news.addAll(delegate("d-counterpart-" + i, "qz")));
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", RealParts.kafka()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            assertThat(news.stream().map(told -> producer.send(record(told))).toList())
                    .allSatisfy(sent -> assertThat(sent).succeedsWithin(Duration.ofSeconds(30)));
        }
    }

    private List<Told> delegate(String id, String city) {
        return News.confirmed(privacy, EDITION, id, city);
    }

    private static String cityOfProject(int number) {
        return CITIES.get(number % CITIES.size());
    }

    /// In the binary mode of CloudEvents' Kafka binding.
    private static ProducerRecord<String, byte[]> record(Told told) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(HEARD, told.subject(), told.json());
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", CommandId.newId(),
                        "ce_source", "/registration",
                        "ce_type", told.type(),
                        "ce_subject", told.subject(),
                        "ce_time", "2025-09-20T00:00:00Z",
                        "ce_sequence", Long.toString(told.sequence()),
                        "ce_cities", String.join(",", told.cities()),
                        "content-type", "application/json")
                .forEach((name, value) ->
                        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    // --- what people do

    /// At once, without waiting for the news to arrive: the service waits.
    private List<String> registerProjects() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < PROJECTS; i++) {
            String city = cityOfProject(i);
            String body =
                    Exhibits.project(
                            "{\"title\": \"project %d\", \"contact\": \"d-project-%d\"}"
                                    .formatted(i, i));
            JsonNode project = post(REALM.token(Role.CITY_OFFICER, city), "/projects", body);
            ids.add(project.path("id").asString());
        }
        return ids;
    }

    /// Two funds and two bases.
    ///
    /// @return their kinds by their ids
    private Map<String, String> registerCounterparts() throws Exception {
        Map<String, String> kinds = new LinkedHashMap<>();
        String token = REALM.token(Role.PARTNER_SYSTEM, "qz");
        for (int i = 0; i < COUNTERPARTS; i++) {
            String changes = "{\"contact\": \"d-counterpart-" + i + "\"}";
            JsonNode made =
                    i % 2 == 0
                            ? post(token, "/pilot-bases", Exhibits.base(changes))
                            : post(token, "/funds", Exhibits.fund(changes));
            kinds.put(made.path("id").asString(), i % 2 == 0 ? "pilotBase" : "fund");
        }
        return kinds;
    }

    private static String timetable() {
        Instant start = Instant.parse("2025-09-25T01:00:00Z");
        List<Map<String, String>> slots =
                IntStream.range(0, SLOTS)
                        .mapToObj(i -> start.plus(Duration.ofMinutes(30L * i)))
                        .map(from ->
                                Map.of(
                                        "startsAt", from.toString(),
                                        "endsAt", from.plus(Duration.ofMinutes(25)).toString()))
                        .toList();
        List<String> tables = IntStream.rangeClosed(1, TABLES).mapToObj(i -> "A" + i).toList();
        return Documents.EVENT_JSON.writeValueAsString(
                Map.of("edition", EDITION, "tables", tables, "slots", slots));
    }

    private void assertTheBestIsSuggestedFirst(String project) throws Exception {
        JsonNode suggestions =
                get(REALM.token(Role.CITY_OFFICER, "sr"), "/suggestions?project=" + project);

        assertThat(suggestions.path("items")).hasSize(COUNTERPARTS);
        JsonNode best = suggestions.path("items").path(0);
        assertThat(best.path("score").asDouble()).isEqualTo(1.0);
        assertThat(best.path("counterpart").path("kind").asString()).isEqualTo("pilotBase");
        assertThat(best.path("reasons").path(0).path("zh").asString()).contains("锂电新材料");
    }

    private void request(List<String> projects, Map<String, String> counterparts) throws Exception {
        for (int i = 0; i < PROJECTS; i++) {
            for (Map.Entry<String, String> counterpart : counterparts.entrySet()) {
                String body =
                        """
                        {"project": "%s", "counterpart": {"kind": "%s", "id": "%s"}}
                        """
                                .formatted(
                                        projects.get(i),
                                        counterpart.getValue(),
                                        counterpart.getKey());
                post(REALM.token(Role.CITY_OFFICER, cityOfProject(i)), "/meetings", body);
            }
        }
    }

    private void acceptAllAtOnce() throws Exception {
        String token = REALM.token(Role.CITY_OFFICER, "qz");
        List<Callable<JsonNode>> acceptances = new ArrayList<>();
        for (JsonNode meeting : meetings()) {
            String path = "/meetings/" + meeting.path("id").asString() + "/accept";
            acceptances.add(() -> post(token, path, "{}"));
        }
        assertThat(acceptances).hasSize(MEETINGS);
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<JsonNode> answer : together.invokeAll(acceptances)) {
                assertThat(answer.get().path("state").asString()).isEqualTo("accepted");
            }
        }
    }

    private void letOneOfThoseWaitingMoveUp(List<JsonNode> scheduled, List<JsonNode> waiting)
            throws Exception {
        JsonNode leaving =
                scheduled.stream()
                        .filter(meeting ->
                                waiting.stream()
                                        .anyMatch(next -> couldTake(next, meeting, scheduled)))
                        .findFirst()
                        .orElseThrow();
        Set<String> waited =
                new HashSet<>(waiting.stream().map(MatchmakingServiceTest::id).toList());

        post(REALM.token(Role.CITY_OFFICER, "qz"), "/meetings/" + id(leaving) + "/cancel", "{}");

        List<JsonNode> after =
                awaitMeetings(all ->
                        all.stream().anyMatch(m -> is(m, "scheduled") && waited.contains(id(m))));
        assertNothingIsBookedTwice(after);
        assertThat(after)
                .filteredOn(m -> waited.contains(id(m)) && is(m, "scheduled"))
                .first()
                .satisfies(m -> assertThat(slot(m)).isEqualTo(slot(leaving)));
    }

    /// Whether `next` fits in when `leaving` has left.
    private static boolean couldTake(JsonNode next, JsonNode leaving, List<JsonNode> scheduled) {
        Set<String> busy = new HashSet<>();
        scheduled.stream()
                .filter(m -> slot(m).equals(slot(leaving)) && !id(m).equals(id(leaving)))
                .forEach(m -> busy.addAll(people(m)));
        return people(next).stream().noneMatch(busy::contains);
    }

    private JsonNode record(JsonNode meeting) throws Exception {
        return post(
                REALM.token(Role.CITY_OFFICER, "qz"),
                "/meetings/" + id(meeting) + "/intent",
                """
                {"kind": "pilotTesting", "title": "中试合作", "summary": "为期十二个月。",
                 "amount": {"amount": 500000000, "currency": "CNY"}}
                """);
    }

    private static void assertTheIntentIsTold(JsonNode meeting, JsonNode recorded) {
        ConsumerRecord<String, byte[]> told =
                read(record -> "intent.recorded.v1".equals(RealParts.header(record, "ce_type")));

        assertThat(told.key()).isEqualTo(id(meeting));
        assertThat(RealParts.header(told, "ce_subject")).isEqualTo(id(meeting));
        assertThat(RealParts.header(told, "ce_sequence")).matches("\\d+");
        assertThat(RealParts.header(told, "ce_cities").split(","))
                .containsExactlyInAnyOrder(
                        "qz", meeting.path("sides").path(0).path("city").asString());
        JsonNode data = Documents.EVENT_JSON.readTree(told.value());
        assertThat(data.path("intent")).isEqualTo(recorded.path("intent").path("id"));
        assertThat(data.path("meeting").asString()).isEqualTo(id(meeting));
        assertThat(data.path("edition").asString()).isEqualTo(EDITION);
        assertThat(data.path("kind").asString()).isEqualTo("pilotTesting");
        assertThat(data.path("title").asString()).isEqualTo("中试合作");
        assertThat(data.path("summary").asString()).isEqualTo("为期十二个月。");
        assertThat(data.path("amount").path("amount").asLong()).isEqualTo(500_000_000L);
        assertThat(data.path("sides")).isEqualTo(meeting.path("sides"));
        assertThat(Instant.parse(data.path("recordedAt").asString()))
                .isBetween(Instant.now().minusSeconds(600), Instant.now());
    }

    // --- what is seen

    private static void assertNothingIsBookedTwice(List<JsonNode> meetings) {
        Set<String> taken = new HashSet<>();
        for (JsonNode meeting : meetings) {
            if (is(meeting, "scheduled")) {
                Stream.concat(
                                Stream.of("table " + meeting.path("table").asString()),
                                people(meeting).stream())
                        .forEach(claim ->
                                assertThat(taken.add(slot(meeting) + " " + claim))
                                        .as("%s twice at %s", claim, slot(meeting))
                                        .isTrue());
            }
        }
    }

    private static boolean is(JsonNode meeting, String state) {
        return meeting.path("state").asString().equals(state);
    }

    private static String id(JsonNode meeting) {
        return meeting.path("id").asString();
    }

    private static String slot(JsonNode meeting) {
        return meeting.path("slot").path("startsAt").asString();
    }

    private static List<String> people(JsonNode meeting) {
        return StreamSupport.stream(meeting.path("sides").spliterator(), false)
                .map(side -> side.path("delegate").asString())
                .toList();
    }

    private List<JsonNode> awaitMeetings(Predicate<List<JsonNode>> arrived) {
        return await().atMost(PATIENCE).until(this::meetings, arrived);
    }

    private List<JsonNode> meetings() throws IOException, InterruptedException {
        JsonNode page =
                get(REALM.token(Role.ORGANIZER, "qz"), "/meetings?limit=200&edition=" + EDITION);
        return StreamSupport.stream(page.path("items").spliterator(), false).toList();
    }

    private JsonNode post(String token, String path, String json)
            throws IOException, InterruptedException {
        return send(
                request(token, path)
                        .header("Idempotency-Key", Callers.key())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    private JsonNode get(String token, String path) throws IOException, InterruptedException {
        return send(request(token, path).GET());
    }

    private HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(address("/api/v1" + path))
                .timeout(PATIENCE.plusSeconds(30))
                .header("Authorization", "Bearer " + token);
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode())
                .as("%s: %s", answer.request().uri(), answer.body())
                .isBetween(200, 201);
        return Documents.EVENT_JSON.readTree(answer.body());
    }

    private static ConsumerRecord<String, byte[]> read(
            Predicate<ConsumerRecord<String, byte[]>> wanted) {
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers", RealParts.kafka(),
                                "group.id", RealParts.freshName("reader"),
                                "auto.offset.reset", "earliest"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(TOLD));
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            await().atMost(PATIENCE)
                    .pollInSameThread()
                    .until(() -> {
                        for (ConsumerRecord<String, byte[]> record :
                                consumer.poll(Duration.ofMillis(500))) {
                            if (wanted.test(record)) {
                                found.add(record);
                            }
                        }
                        return !found.isEmpty();
                    });
            return found.getFirst();
        }
    }
}
