package io.bridgehead.registration;

import static io.bridgehead.registration.delegation.sheet.Sheets.person;
import static io.bridgehead.registration.delegation.sheet.Sheets.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.testing.Callers;
import io.bridgehead.platform.testing.RealParts;
import io.bridgehead.platform.testing.TestRealm;
import io.bridgehead.registration.TopicReader.Heard;
import io.bridgehead.registration.delegation.sheet.Sheets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/// The whole service on a real broker and a real database, its callers by tokens that a realm has signed.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RegistrationServiceTest {

    private static final TestRealm REALM = TestRealm.start();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String TOPIC = RealParts.freshName("registration");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String HOST = REALM.token(Role.ORGANIZER, "qz");
    private static final String SHANGRAO = REALM.token(Role.PARTNER_SYSTEM, "sr");
    private static final String OFFICER = REALM.token(Role.CITY_OFFICER, "sr");
    private static final String HUANGSHAN = REALM.token(Role.CITY_OFFICER, "hs");

    private static final List<String> NAMES = List.of("饶国安", "俞海峰", "程书阳", "黎望舒");
    private static final List<String> PHONES =
            List.of("13900001112", "13900001119", "13900001126", "13900001133");

    @LocalServerPort private int port;

    private final MongoDatabase database;

    @Autowired
    RegistrationServiceTest(MongoDatabase database) {
        this.database = database;
    }

    @DynamicPropertySource
    static void parts(DynamicPropertyRegistry properties) {
        RealParts.serve(properties, "registration");
        properties.add("bridgehead.events.topic", () -> TOPIC);
        properties.add("bridgehead.identity.issuer", REALM::issuer);
    }

    @AfterAll
    static void closeTheRealm() {
        REALM.close();
    }

    @Test
    void fromASheetToAPlaceAndToTheNextInLine() throws Exception {
        openEdition();
        String delegation = registerDelegation();
        importSheet(delegation);
        List<String> ids = delegates(delegation, "");
        assertThat(ids).hasSize(4);

        for (String id : ids) {
            post(HOST, "/delegates/" + id + "/approve", "{}");
        }
        List<String> confirmed = arrived("confirmed", delegation, 2);
        List<String> waiting = inLine(arrived("waiting", delegation, 2));
        assertThat(places()).isEqualTo("2 places, 2 granted, 2 waiting");

        post(OFFICER, "/delegates/" + confirmed.getFirst() + "/withdraw", "{}");
        assertThat(arrived("confirmed", delegation, 2))
                .containsExactlyInAnyOrder(confirmed.getLast(), waiting.getFirst());
        assertThat(get(OFFICER, "/delegates/" + waiting.getLast()).path("position").asInt())
                .isEqualTo(1);
        assertThat(places()).isEqualTo("2 places, 2 granted, 1 waiting");

        forget(waiting.getLast());
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(places()).isEqualTo("2 places, 2 granted, 0 waiting"));

        refusesWhoMayNot(delegation, confirmed.getLast());
        sendsTheSameSheetAgain(delegation);
        toldTheOthersInOrder(confirmed, waiting);
        keepsNothingPersonalInTheClear();
    }

    private void openEdition() throws Exception {
        post(
                HOST,
                "/editions",
                """
                {"code": "2025-quzhou", "title": {"zh": "人才科创周", "en": "Talent and Science Week"},
                 "startsOn": "2025-09-24", "endsOn": "2025-09-26",
                 "venue": {"zh": "文化艺术中心", "en": "Culture and Arts Centre"},
                 "quotas": [{"city": "sr", "kind": "projectTeam", "places": 2}]}
                """);
        assertThat(places()).isEqualTo("2 places, 0 granted, 0 waiting");
    }

    private String registerDelegation() throws Exception {
        return post(SHANGRAO, "/delegations", "{\"edition\": \"2025-quzhou\", \"name\": \"上饶代表团\"}")
                .path("id")
                .asString();
    }

    private static byte[] sheet() {
        List<List<?>> rows = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            rows.add(person(NAMES.get(i), PHONES.get(i)));
        }
        rows.add(with(person("万里晴", "13900001140"), "类别", "记者"));
        return Sheets.of(rows);
    }

    private void importSheet(String delegation) throws Exception {
        String key = Callers.key();
        byte[] sheet = sheet();
        String imports = "/delegations/" + delegation + "/imports";
        HttpResponse<String> first = call(SHANGRAO, "POST", imports, key, XLSX, sheet);
        assertThat(first.statusCode()).isEqualTo(202);
        String location = first.headers().firstValue("Location").orElseThrow();
        assertThat(call(SHANGRAO, "POST", imports, key, XLSX, sheet).body())
                .isEqualTo(first.body());

        String operation = location.substring("/api/v1".length());
        HttpResponse<String> progress =
                call(SHANGRAO, "GET", operation + "/progress", key, XLSX, null);
        assertThat(progress.body()).contains("event:progress").contains("\"state\":\"done\"");

        JsonNode done = get(SHANGRAO, operation);
        assertThat(done.path("state").asString()).isEqualTo("done");
        assertThat(done.path("done").asInt()).isEqualTo(5);
        assertThat(done.path("total").asInt()).isEqualTo(5);
        assertThat(done.path("about").path("delegation").asString()).isEqualTo(delegation);
        assertThat(done.path("findings")).hasSize(1);
        JsonNode finding = done.path("findings").path(0);
        assertThat(finding.path("row").asInt()).isEqualTo(6);
        assertThat(finding.path("column").asString()).isEqualTo("类别");
        assertThat(finding.path("code").asString()).isEqualTo("kind-unknown");
        assertThat(call(HUANGSHAN, "GET", operation, key, XLSX, null).statusCode()).isEqualTo(404);
    }

    /// Mended or not: whoever is in it unchanged is in it once, and nothing is said of it.
    private void sendsTheSameSheetAgain(String delegation) throws Exception {
        JsonNode started =
                json(
                        call(
                                OFFICER,
                                "POST",
                                "/delegations/" + delegation + "/imports",
                                Callers.key(),
                                XLSX,
                                sheet()));
        JsonNode done =
                await().atMost(PATIENCE)
                        .until(
                                () -> get(OFFICER, "/imports/" + started.path("id").asString()),
                                operation -> operation.path("state").asString().equals("done"));

        // One has withdrawn and is told of; one was forgotten, and so is someone new.
        assertThat(done.path("findings").findValuesAsString("code"))
                .containsExactlyInAnyOrder("registered-otherwise", "kind-unknown");
        assertThat(delegates(delegation, "")).hasSize(5);
    }

    private void refusesWhoMayNot(String delegation, String id) throws Exception {
        String approve = "/delegates/" + id + "/approve";
        assertThat(status(null, "POST", approve)).isEqualTo(401);
        assertThat(status(OFFICER, "POST", approve)).isEqualTo(403);
        assertThat(status(REALM.token(Role.ORGANIZER, "sr"), "POST", approve)).isEqualTo(403);
        assertThat(status(HOST, "POST", approve)).isEqualTo(409);
        assertThat(status(HUANGSHAN, "GET", "/delegates/" + id)).isEqualTo(404);
        assertThat(status(HUANGSHAN, "GET", "/delegations/" + delegation)).isEqualTo(404);
        assertThat(status(HUANGSHAN, "POST", "/delegates/" + id + "/withdraw")).isEqualTo(404);
    }

    private void forget(String id) throws Exception {
        JsonNode revealed =
                post(OFFICER, "/delegates/" + id + "/reveal", "{\"purpose\": \"核对身份\"}");
        assertThat(NAMES).contains(revealed.path("name").asString());
        assertThat(status(OFFICER, "DELETE", "/delegates/" + id + "/personal-data")).isEqualTo(204);
        assertThat(get(OFFICER, "/delegates/" + id).has("maskedName")).isFalse();
    }

    private void toldTheOthersInOrder(List<String> confirmed, List<String> waiting) {
        List<Heard> heard = TopicReader.all(TOPIC);

        assertThat(types(heard, "industries")).containsExactly("industries.published.v1");
        assertThat(types(heard, "2025-quzhou")).containsExactly("edition.opened.v1");
        assertThat(types(heard, "91361100MAEX001173"))
                .containsExactly("organisation.registered.v1");
        assertThat(types(heard, confirmed.getFirst()))
                .containsExactly(
                        "delegate.registered.v1",
                        "delegate.approved.v1",
                        "delegate.confirmed.v1",
                        "delegate.withdrawn.v1");
        assertThat(types(heard, waiting.getFirst()))
                .containsExactly(
                        "delegate.registered.v1",
                        "delegate.approved.v1",
                        "delegate.waiting.v1",
                        "delegate.confirmed.v1");
        assertThat(types(heard, waiting.getLast()))
                .containsExactly(
                        "delegate.registered.v1",
                        "delegate.approved.v1",
                        "delegate.waiting.v1",
                        "delegate.revealed.v1",
                        "delegate.forgotten.v1");
        assertThat(types(heard, "2025-quzhou/places"))
                .containsExactly(
                        "place.granted.v1",
                        "place.granted.v1",
                        "place.queued.v1",
                        "place.queued.v1",
                        "place.released.v1",
                        "place.granted.v1",
                        "place.released.v1");
        assertThat(heard)
                .filteredOn(event -> event.type().startsWith("delegate."))
                .allMatch(event -> event.cities().equals("sr"));
    }

    /// Each at its first occurrence: what is sent again is a repeat that everyone drops.
    private static List<String> types(List<Heard> heard, String subject) {
        List<String> types = new ArrayList<>();
        for (Heard event : heard) {
            if (event.subject().equals(subject) && event.sequence() == types.size() + 1) {
                types.add(event.type());
            }
        }
        return types;
    }

    private void keepsNothingPersonalInTheClear() {
        List<String> kept = new ArrayList<>();
        TopicReader.all(TOPIC).forEach(event -> kept.add(event.data()));
        for (String collection : database.listCollectionNames()) {
            for (Document document : database.getCollection(collection).find()) {
                kept.add(document.toJson());
            }
        }
        List<String> personal = new ArrayList<>(NAMES);
        personal.addAll(PHONES);

        assertThat(kept).hasSizeGreaterThan(20);
        assertThat(kept).noneMatch(text -> personal.stream().anyMatch(text::contains));
    }

    // --- calls

    private List<String> arrived(String state, String delegation, int number) {
        return await().atMost(PATIENCE)
                .until(() -> delegates(delegation, "&state=" + state), ids -> ids.size() == number);
    }

    private List<String> delegates(String delegation, String query) throws Exception {
        return get(OFFICER, "/delegates?delegation=" + delegation + query)
                .path("items")
                .findValuesAsString("id");
    }

    /// The same delegates in the order in which they stand in line.
    private List<String> inLine(List<String> waiting) throws Exception {
        String[] line = new String[waiting.size()];
        for (String id : waiting) {
            line[get(OFFICER, "/delegates/" + id).path("position").asInt() - 1] = id;
        }
        return List.of(line);
    }

    private String places() throws Exception {
        JsonNode rows = get(OFFICER, "/editions/2025-quzhou/places");
        assertThat(rows).hasSize(1);
        JsonNode row = rows.path(0);
        return "%d places, %d granted, %d waiting"
                .formatted(
                        row.path("places").asInt(),
                        row.path("granted").asInt(),
                        row.path("waiting").asInt());
    }

    private JsonNode get(String token, String path) throws Exception {
        return json(call(token, "GET", path, Callers.key(), "application/json", null));
    }

    private JsonNode post(String token, String path, String body) throws Exception {
        return json(
                call(token, "POST", path, Callers.key(), "application/json", body.getBytes(UTF_8)));
    }

    private int status(@Nullable String token, String method, String path) throws Exception {
        byte[] body = method.equals("POST") ? "{}".getBytes(UTF_8) : null;
        return call(token, method, path, Callers.key(), "application/json", body).statusCode();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return Documents.EVENT_JSON.readTree(answer.body());
    }

    private HttpResponse<String> call(
            @Nullable String token,
            String method,
            String path,
            String key,
            String contentType,
            byte @Nullable [] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                        .timeout(Duration.ofSeconds(60))
                        .header("Content-Type", contentType)
                        .header("Idempotency-Key", key)
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
