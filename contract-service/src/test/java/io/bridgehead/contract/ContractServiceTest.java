package io.bridgehead.contract;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.bridgehead.contract.agreement.Sha256;
import io.bridgehead.contract.chain.History;
import io.bridgehead.contract.signing.OfflineVerifier;
import io.bridgehead.contract.signing.TestKeys;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.privacy.Masking;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/// The whole service on a real broker and a real database, its neighbours played by their events, its
/// callers by tokens that a realm has signed.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ContractServiceTest {

    private static final TestRealm REALM = TestRealm.start();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final String QUZHOU = REALM.token(Role.SIGNATORY, "qz", "o-qz");
    private static final String SHANGRAO = REALM.token(Role.SIGNATORY, "sr", "o-sr");
    private static final String OPERATOR = REALM.token(Role.OPERATOR, "np");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String AUDITOR = REALM.token(Role.AUDITOR, "np");

    @LocalServerPort private int port;

    @TempDir private Path folder;

    private final Privacy privacy;
    private final MongoDatabase database;

    @Autowired
    ContractServiceTest(Privacy privacy, MongoDatabase database) {
        this.privacy = privacy;
        this.database = database;
    }

    @DynamicPropertySource
    static void parts(DynamicPropertyRegistry properties) {
        RealParts.serve(properties, "contract");
        properties.add("bridgehead.identity.issuer", REALM::issuer);
        properties.add("bridgehead.contract.seal.key", () -> TestKeys.RFC_8037);
    }

    @AfterAll
    static void closeTheRealm() {
        REALM.close();
    }

    private HttpResponse<byte[]> call(
            @Nullable String token, String method, String path, @Nullable String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", Callers.key())
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    }

    private JsonNode get(String token, String path) throws Exception {
        HttpResponse<byte[]> answer = call(token, "GET", path, null);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Documents.EVENT_JSON.readTree(answer.body());
    }

    private int sign(@Nullable String token, String id, String organisation) throws Exception {
        byte[] shown = call(AUDITOR, "GET", "/agreements/" + id + "/document", null).body();
        return call(
                        token,
                        "POST",
                        "/agreements/" + id + "/signatures",
                        "{\"organisation\":\"%s\",\"documentDigest\":\"%s\"}"
                                .formatted(organisation, Sha256.of(shown)))
                .statusCode();
    }

    /// Ids of the agreements, once there are so many.
    private List<String> agreements(int number) {
        return await().atMost(PATIENCE)
                .until(
                        () -> {
                            List<String> ids = new ArrayList<>();
                            get(AUDITOR, "/agreements?edition=e1")
                                    .path("items")
                                    .forEach(item -> ids.add(item.path("id").asString()));
                            return ids;
                        },
                        ids -> ids.size() == number);
    }

    @Test
    void fromAnIntentToASealedRecordAndItsChain() throws Exception {
        History history = History.ofSignedAgreements(2, person -> privacy.protect(person, "诸葛亮"));
        try (Neighbours neighbours = new Neighbours(RealParts.kafka())) {
            neighbours.tell("bridgehead.registration", history.of("delegate"));
            neighbours.tell("bridgehead.matchmaking", history.of("meeting"));
            neighbours.tell("bridgehead.matchmaking", history.of("meeting"));
            neighbours.tell("bridgehead.matchmaking", History.refusedIntent().of("meeting"));
        }
        List<String> ids = agreements(2);
        String id = ids.getFirst();

        refusesWhoMayNot(id);
        signAll(ids);
        assertThat(get(SHANGRAO, "/agreements/" + id).path("state").asString()).isEqualTo("signed");
        aStrangerVerifies(id);
        verifiesAndNamesWhatWasEdited(id);

        byte[] chains = awaitCompleteChains();
        rebuiltIsTheSame(chains);
        toldTheOthersOnce();
    }

    private void refusesWhoMayNot(String id) throws Exception {
        assertThat(sign(null, id, "o-qz")).isEqualTo(401);
        assertThat(sign(REALM.token(Role.CITY_OFFICER, "qz"), id, "o-qz")).isEqualTo(403);
        assertThat(sign(SHANGRAO, id, "o-qz")).isEqualTo(403);
        assertThat(sign(REALM.token(Role.SIGNATORY, "hs", "o-hs"), id, "o-hs")).isEqualTo(404);
        String huangshan = REALM.token(Role.CITY_OFFICER, "hs");
        assertThat(call(huangshan, "GET", "/agreements/" + id, null).statusCode()).isEqualTo(404);
        assertThat(call(huangshan, "GET", "/chains/" + id, null).statusCode()).isEqualTo(404);
    }

    private void signAll(List<String> ids) throws Exception {
        for (String each : ids) {
            assertThat(sign(QUZHOU, each, "o-qz")).isEqualTo(200);
            assertThat(sign(SHANGRAO, each, "o-sr")).isEqualTo(200);
            assertThat(sign(QUZHOU, each, "o-qz")).isEqualTo(200);
        }
    }

    private void verifiesAndNamesWhatWasEdited(String id) throws Exception {
        String verification = "/agreements/" + id + "/verification";
        assertThat(get(AUDITOR, verification).path("valid").asBoolean()).isTrue();

        String title = get(AUDITOR, "/agreements/" + id).path("title").asString();
        edit(id, title + "（改）");
        JsonNode edited = get(AUDITOR, verification);
        assertThat(edited.path("valid").asBoolean()).isFalse();
        assertThat(edited.path("findings").findValuesAsString("part")).containsExactly("title");

        edit(id, title);
        assertThat(get(AUDITOR, verification).path("valid").asBoolean()).isTrue();
    }

    /// By the script, from what the endpoints answer.
    private void aStrangerVerifies(String id) throws Exception {
        if (!OfflineVerifier.canRun()) {
            return;
        }
        save("agreement.json", AUDITOR, "/agreements/" + id);
        save("document.txt", AUDITOR, "/agreements/" + id + "/document");
        save("seal-keys.json", null, "/seal-keys");

        assertThat(OfflineVerifier.run(folder))
                .isEqualTo(new OfflineVerifier.Outcome(0, "as sealed: " + id));
    }

    private void save(String file, @Nullable String token, String path) throws Exception {
        Files.write(folder.resolve(file), call(token, "GET", path, null).body());
    }

    private void edit(String id, String title) {
        database.getCollection("agreements")
                .updateOne(eq("_id", id), Updates.set("state.title", title));
    }

    /// Two of them; a third meeting led to no agreement.
    private byte[] awaitCompleteChains() {
        return await().atMost(PATIENCE)
                .until(
                        () -> call(AUDITOR, "GET", "/chains?edition=e1", null).body(),
                        body -> {
                            JsonNode chains = Documents.EVENT_JSON.readTree(body).path("items");
                            return chains.size() == 3
                                    && chains.valueStream()
                                                    .filter(chain ->
                                                            chain.path("complete").asBoolean())
                                                    .count()
                                            == 2;
                        });
    }

    private void rebuiltIsTheSame(byte[] chains) throws Exception {
        JsonNode first = Documents.EVENT_JSON.readTree(chains).path("items").path(0);
        assertThat(first.path("cityPair").valueStream().map(JsonNode::asString))
                .containsExactly("qz", "sr");
        assertThat(first.path("sides").findValuesAsString("maskedName"))
                .containsOnly(Masking.name("诸葛亮"));
        Map<String, List<byte[]>> before = views(1);
        assertThat(before.values()).allSatisfy(view -> assertThat(view).isNotEmpty());

        String rebuilds = "/services/contract/rebuilds";
        assertThat(call(OPERATOR, "POST", rebuilds, "{\"subscription\":\"chain\"}").statusCode())
                .isEqualTo(202);
        await().atMost(PATIENCE)
                .until(
                        () -> get(OPERATOR, rebuilds + "/chain").path("state").asString(),
                        "done"::equals);

        assertThat(call(AUDITOR, "GET", "/chains?edition=e1", null).body()).isEqualTo(chains);
        Map<String, List<byte[]>> after = views(2);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        after.forEach((view, documents) ->
                assertThat(documents)
                        .as(view)
                        .usingElementComparator(Arrays::compare)
                        .isEqualTo(before.get(view)));
    }

    /// Every document of the chain's views, to the byte.
    private Map<String, List<byte[]>> views(int generation) {
        Map<String, List<byte[]>> views = new TreeMap<>();
        for (String view : List.of("chainDelegates", "chains")) {
            views.put(
                    view,
                    database.getCollection(view + "." + generation, RawBsonDocument.class)
                            .find()
                            .sort(Sorts.ascending("_id"))
                            .map(ContractServiceTest::bytes)
                            .into(new ArrayList<>()));
        }
        return views;
    }

    private static byte[] bytes(RawBsonDocument document) {
        byte[] bytes = new byte[document.getByteBuffer().remaining()];
        document.getByteBuffer().get(bytes);
        return bytes;
    }

    private static void toldTheOthersOnce() {
        List<String> told = Neighbours.told("bridgehead.contract");
        assertThat(told.stream().map(each -> each.substring(0, each.indexOf(' '))))
                .containsExactlyInAnyOrder(
                        "agreement.drafted.v1",
                        "agreement.drafted.v1",
                        "signature.given.v1",
                        "signature.given.v1",
                        "signature.given.v1",
                        "signature.given.v1",
                        "agreement.signed.v1",
                        "agreement.signed.v1",
                        "agreement.not-drafted.v1");
        assertThat(told).anyMatch(each -> each.contains("\"reason\":\"sameParty\""));
    }
}
