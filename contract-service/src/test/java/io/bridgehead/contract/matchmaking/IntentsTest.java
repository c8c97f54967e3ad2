package io.bridgehead.contract.matchmaking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bridgehead.contract.agreement.Agreement;
import io.bridgehead.contract.agreement.Agreement.Origin;
import io.bridgehead.contract.agreement.Agreement.Party;
import io.bridgehead.contract.agreement.Agreement.Terms;
import io.bridgehead.contract.agreement.AgreementKind;
import io.bridgehead.contract.agreement.Money;
import io.bridgehead.contract.agreement.Store;
import io.bridgehead.contract.chain.History;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.PendingEvent;
import io.bridgehead.platform.documents.Unsent;
import io.bridgehead.platform.events.Subscription;
import io.bridgehead.platform.testing.EventSamples;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

class IntentsTest {

    private static final String TYPE = "intent.recorded.v1";

    private final Store store = new Store();
    private final Subscription intents = new Intents(store.drafting).intentSubscription();

    @Test
    void whatMatchmakingWritesIsReadAndDrafted() {
        EventSamples.assertReadable(intents);
        EventSamples.deliver(intents, TYPE, "meeting", 5);

        assertThat(store.unsent)
                .singleElement()
                .extracting(told -> told.events().getFirst().type())
                .isEqualTo("agreement.drafted.v1");
    }

    @Test
    void anIntentBecomesADraftHoweverOftenItArrives() {
        for (int delivery = 0; delivery < 3; delivery++) {
            History.ofSignedAgreements(1).of("meeting").forEach(intents::handle);
        }

        assertThat(store.unsent).hasSize(1);
        Unsent told = store.unsent.remove();
        Agreement draft = store.agreements.get(told.id(), Store.EVERYTHING).state();
        assertThat(draft.state()).isEqualTo(Agreement.State.DRAFT);
        assertThat(draft.origin())
                .isEqualTo(
                        new Origin(
                                "e1",
                                "meeting-1",
                                "intent-1",
                                Instant.parse("2025-09-24T06:25:00Z")));
        assertThat(draft.title()).isEqualTo("意向1");
        assertThat(draft.terms())
                .isEqualTo(
                        new Terms(
                                AgreementKind.INVESTMENT,
                                "共同投资",
                                new Money(2_600_000_000L, "CNY")));
        assertThat(draft.parties())
                .containsExactly(
                        new Party("qz", "o-qz", "甲", "qz1"), new Party("sr", "o-sr", "乙", "sr1"));
        assertThat(dataOf(told).path("documentDigest").asString())
                .isEqualTo(draft.documentDigest());
    }

    @Test
    void whatCannotBeDraftedIsAnsweredToo() {
        History.refusedIntent().of("meeting").forEach(intents::handle);

        assertThat(store.unsent).hasSize(1);
        Unsent told = store.unsent.remove();
        assertThat(told.events())
                .extracting(PendingEvent::type)
                .containsExactly("agreement.not-drafted.v1");
        assertThat(told.id()).isEqualTo(dataOf(told).path("agreement").asString() + "/refusal");
        assertThat(dataOf(told).path("intent").asString()).isEqualTo("intent-of-one");
    }

    /// It is the producer's fault, and parked for an operator: nobody could make sense of a refusal.
    @Test
    void anEventThatLacksSomethingIsNeitherDraftedNorRefused() {
        byte[] data = "{\"intent\":\"i\",\"meeting\":\"m\"}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> intents.read(TYPE, data)).isInstanceOf(JacksonException.class);
    }

    private static JsonNode dataOf(Unsent told) {
        return Documents.EVENT_JSON.readTree(told.events().getFirst().data());
    }
}
