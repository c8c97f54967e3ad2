package io.bridgehead.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.View;
import io.bridgehead.platform.events.Listening.Noted;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.testing.Callers;
import io.bridgehead.platform.testing.RealParts;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.json.JsonPathValueAssert;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;

@SpringBootTest(properties = "spring.config.import=classpath:bridgehead.yaml")
@AutoConfigureMockMvc
class OperatorTest {

    private static final String PARKED = "/api/v1/services/counting/parked-events";
    private static final String REBUILDS = "/api/v1/services/counting/rebuilds";
    private static final Place PLACE = Place.fresh();
    private static final Listening LISTENING = new Listening(PLACE);

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Service {

        @Bean
        View<Noted> noted(Documents documents) {
            return documents.view("noted", Noted.class);
        }

        @Bean
        Subscription noting(View<Noted> noted) {
            return LISTENING.noting(PLACE.topic(), noted);
        }
    }

    @DynamicPropertySource
    static void place(DynamicPropertyRegistry properties) {
        byte[] masterKey = new byte[32];
        new SecureRandom().nextBytes(masterKey);
        properties.add("spring.mongodb.uri", PLACE::mongo);
        properties.add("bridgehead.documents.database", PLACE::database);
        properties.add("bridgehead.events.bootstrap-servers", PLACE::kafka);
        properties.add("bridgehead.events.service", () -> "counting");
        properties.add("bridgehead.events.topic", PLACE::topic);
        properties.add("bridgehead.privacy.keys-database", () -> PLACE.database() + "-keys");
        properties.add(
                "bridgehead.privacy.master-key",
                () -> Base64.getEncoder().encodeToString(masterKey));
    }

    @Autowired private MockMvcTester mvc;
    @Autowired private View<Noted> noted;

    private final String id = RealParts.freshName("t");

    @BeforeEach
    void park() {
        LISTENING.send(id, 1, "{\"to\":\"one\"}");
        LISTENING.send(id, 2);
        await().until(() -> parkedOf(id).size() == 2);
    }

    @AfterAll
    static void closeProducer() {
        LISTENING.close();
    }

    @Test
    void whatIsParkedIsListedByThePageAndShownWithItsData() {
        MvcTestResult first = get(PARKED + "?limit=1");
        assertThat(first).hasStatusOk().containsHeader(HttpHeaders.LINK);
        assertThat(first).bodyJson().extractingPath("$.items.length()").isEqualTo(1);
        assertThat(first).bodyJson().extractingPath("$.next").isNotEmpty();

        String poisoned = parkedOf(id).getFirst();
        MvcTestResult one = get(PARKED + "/" + poisoned);
        assertThat(one).hasStatusOk();
        value(one, "$.subscription").isEqualTo("tallies");
        value(one, "$.subject").isEqualTo(id);
        value(one, "$.sequence").isEqualTo(1);
        value(one, "$.type").isEqualTo("tally.counted.v1");
        value(one, "$.data.to").isEqualTo("one");
        value(one, "$.mended").isEqualTo(false);
        value(one, "$.reason").asString().isNotEmpty();
    }

    @Test
    void aMendedEventIsReplayedAndWhatWaitedBehindItGoesOn() {
        List<String> parked = parkedOf(id);

        MvcTestResult mended = put(parked.getFirst(), "{\"data\":{\"to\":1}}");
        assertThat(mended).hasStatusOk();
        value(mended, "$.data.to").isEqualTo(1);
        value(mended, "$.mended").isEqualTo(true);
        MvcTestResult replayed = post(PARKED + "/" + parked.getLast() + "/replay", "");

        assertThat(replayed).hasStatus(HttpStatus.ACCEPTED);
        value(replayed, "$.id").isEqualTo(parked.getFirst());
        value(replayed, "$.replaying").isEqualTo(true);
        awaitHeard(1, 2);
        assertThat(get(PARKED + "/" + parked.getFirst())).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aDiscardedEventIsGivenBackAndWhatWaitedBehindItGoesOn() {
        String poisoned = parkedOf(id).getFirst();

        MvcTestResult discarded =
                mvc.delete().uri(PARKED + "/" + poisoned).with(operator()).exchange();

        assertThat(discarded).hasStatusOk();
        value(discarded, "$.data.to").isEqualTo("one");
        awaitHeard(2);
        assertThat(mvc.delete().uri(PARKED + "/" + poisoned).with(operator()))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aRecordThatIsNoEventIsShownAsTextAndNotMended() {
        String key = RealParts.freshName("odd");
        LISTENING.send(new ProducerRecord<>(PLACE.topic(), key, new byte[] {'h', 'i'}));
        await().until(() -> parkedOf(key).size() == 1);
        String odd = parkedOf(key).getFirst();

        value(get(PARKED + "/" + odd), "$.data").isEqualTo("hi");
        MvcTestResult mended = put(odd, "{\"data\":{\"to\":1}}");
        assertThat(mended).hasStatus(HttpStatus.CONFLICT);
        value(mended, "$.slug").isEqualTo("unreadable-event");
    }

    @Test
    void aMendingWithoutDataIsRefused() {
        MvcTestResult mended = put(parkedOf(id).getFirst(), "{}");

        assertThat(mended).hasStatus(HttpStatus.BAD_REQUEST);
        value(mended, "$.errors[0].field").isEqualTo("data");
    }

    @Test
    void aRebuildIsBegunFollowedAndDone() {
        MvcTestResult begun = post(REBUILDS, "{\"subscription\":\"tallies\"}");

        assertThat(begun)
                .hasStatus(HttpStatus.ACCEPTED)
                .hasHeader(HttpHeaders.LOCATION, REBUILDS + "/tallies");
        value(begun, "$.subscription").isEqualTo("tallies");
        await().untilAsserted(() -> value(get(REBUILDS + "/tallies"), "$.state").isEqualTo("done"));
        MvcTestResult tooLate = mvc.delete().uri(REBUILDS + "/tallies").with(operator()).exchange();
        assertThat(tooLate).hasStatus(HttpStatus.CONFLICT);
        value(tooLate, "$.slug").isEqualTo("no-rebuild-running");
    }

    @Test
    void aRunningRebuildIsNotBegunAgainAndCanBeCancelled() {
        String slow = RealParts.freshName("slow");
        for (int sequence = 1; sequence <= 10; sequence++) {
            LISTENING.send(slow, sequence);
        }
        await().until(() -> heard(slow).size() == 10);
        LISTENING.before(_ -> pause());
        try {
            assertThat(post(REBUILDS, "{\"subscription\":\"tallies\"}"))
                    .hasStatus(HttpStatus.ACCEPTED);
            MvcTestResult again = post(REBUILDS, "{\"subscription\":\"tallies\"}");
            assertThat(again).hasStatus(HttpStatus.CONFLICT);
            value(again, "$.slug").isEqualTo("rebuild-running");

            MvcTestResult cancelled =
                    mvc.delete().uri(REBUILDS + "/tallies").with(operator()).exchange();

            assertThat(cancelled).hasStatusOk();
            value(cancelled, "$.state").isEqualTo("cancelled");
            value(get(REBUILDS + "/tallies"), "$.state").isEqualTo("cancelled");
        } finally {
            LISTENING.before(_ -> {});
        }
    }

    @Test
    void aSubscriptionThatFillsNoViewIsNotRebuilt() {
        MvcTestResult refused = post(REBUILDS, "{\"subscription\":\"nobody\"}");

        assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST);
        value(refused, "$.errors[0].code").isEqualTo("one-of");
        assertThat(get(REBUILDS + "/nobody")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void onlyAnOperatorMayCall() {
        for (Role role : Role.values()) {
            HttpStatus expected = role == Role.OPERATOR ? HttpStatus.OK : HttpStatus.FORBIDDEN;
            assertThat(mvc.get().uri(PARKED).with(Callers.of(role, "qz"))).hasStatus(expected);
        }
        assertThat(mvc.get().uri(PARKED)).hasStatus(HttpStatus.UNAUTHORIZED);
        String one = PARKED + "/" + parkedOf(id).getFirst();
        assertThat(mvc.delete().uri(one).with(Callers.of(Role.ORGANIZER, "qz")))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(get(one)).hasStatusOk();
    }

    private static RequestPostProcessor operator() {
        return Callers.of(Role.OPERATOR, "qz");
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(uri).with(operator()).exchange();
    }

    private MvcTestResult put(String id, String body) {
        return mvc.put()
                .uri(PARKED + "/" + id)
                .with(operator())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult post(String uri, String body) {
        return mvc.post()
                .uri(uri)
                .with(operator())
                .header("Idempotency-Key", Callers.key())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static JsonPathValueAssert value(MvcTestResult result, String path) {
        return assertThat(result).bodyJson().extractingPath(path);
    }

    private List<String> parkedOf(String subject) {
        JsonNode page = json(get(PARKED + "?limit=200"));
        return page.path("items")
                .valueStream()
                .filter(item -> item.path("subject").asString().equals(subject))
                .map(item -> item.path("id").asString())
                .toList();
    }

    private static JsonNode json(MvcTestResult result) {
        return Documents.EVENT_JSON.readTree(result.getResponse().getContentAsByteArray());
    }

    private void awaitHeard(Integer... heard) {
        await().untilAsserted(() -> assertThat(heard(id)).containsExactly(heard));
    }

    private List<Integer> heard(String subject) {
        return noted.find(subject).map(Noted::heard).orElse(List.of());
    }

    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
