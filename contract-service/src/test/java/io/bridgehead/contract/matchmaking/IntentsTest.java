package io.bridgehead.contract.matchmaking;

import static org.assertj.core.api.Assertions.assertThat;

import io.bridgehead.contract.agreement.Agreement;
import io.bridgehead.contract.agreement.Party;
import io.bridgehead.contract.agreement.Store;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.Unsent;
import io.bridgehead.platform.events.Subscription;
import io.bridgehead.platform.testing.EventSamples;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class IntentsTest {

    private static final String TYPE = "intent.recorded.v1";
    private static final String MEETING = "c1f7a9d2-0b3e-8c44-8f5a-7d2e9b6a4c21";

    private final Store store = new Store();
    private final Subscription intents = new Intents(store.drafting).intentSubscription();

    @Test
    void whatMatchmakingWritesIsRead() {
        EventSamples.assertReadable(intents);
    }

    @Test
    void anIntentBecomesADraftHoweverOftenItArrives() {
        EventSamples.deliver(intents, TYPE, MEETING, 7);
        EventSamples.deliver(intents, TYPE, MEETING, 7);

        assertThat(store.unsent).hasSize(1);
        Unsent told = store.unsent.remove();
        assertThat(told.events()).extracting("type").containsExactly("agreement.drafted.v1");
        Agreement draft = store.agreements.get(told.id(), Store.EVERYTHING).state();
        assertThat(draft.state()).isEqualTo(Agreement.State.DRAFT);
        assertThat(draft.origin().meeting()).isEqualTo(MEETING);
        JsonNode data = Documents.EVENT_JSON.readTree(told.events().getFirst().data());
        assertThat(data.path("documentDigest").asString()).isEqualTo(draft.documentDigest());
        assertThat(draft.parties()).extracting(Party::city).containsExactly("sr", "qz");
    }
}
