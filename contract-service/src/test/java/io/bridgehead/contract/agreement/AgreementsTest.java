package io.bridgehead.contract.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bridgehead.contract.agreement.Agreement.Party;
import io.bridgehead.contract.signing.TestKeys;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.DocumentMissing;
import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.documents.PendingEvent;
import io.bridgehead.platform.documents.Unsent;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AgreementsTest {

    private static final Party FUND =
            new Party("hs", "91341000MAEX0023XH", "黄山产业引导基金（示例）", "delegate-hs");

    private final Store store = new Store();

    /// Of Quzhou with Shangrao, and of Shangrao with Huangshan.
    private final String first =
            store.draft("intent-1", List.of(Sample.INSTITUTE, Sample.ENTERPRISE));

    private final String second = store.draft("intent-2", List.of(Sample.ENTERPRISE, FUND));

    private void sign(String id, Party party) {
        store.agreements.change(
                id,
                CommandId.random(),
                agreement ->
                        agreement.sign(
                                Sample.by(party, agreement), parts -> TestKeys.seal(id, parts)));
    }

    private List<String> list(Agreements.Filter filter, Viewer viewer) {
        PageQuery all = new PageQuery(50, null, null, null);
        return store.agreements.page(filter, viewer, all).items().stream()
                .map(StoredAgreement::id)
                .toList();
    }

    private static Agreements.Filter filter(
            @Nullable String city,
            Agreement.@Nullable State state,
            @Nullable String meeting,
            @Nullable AgreementKind kind) {
        return new Agreements.Filter(Sample.ORIGIN.edition(), city, state, meeting, kind);
    }

    private static final Agreements.Filter ALL = filter(null, null, null, null);

    private static Viewer city(String city) {
        return new Viewer(false, city, Set.of());
    }

    private static Viewer organisation(Party party) {
        return new Viewer(false, null, Set.of(party.organisation()));
    }

    @Test
    void eachStateIsReadBackAsItWasWritten() {
        for (Party party : List.of(Sample.INSTITUTE, Sample.ENTERPRISE)) {
            sign(first, party);
            Agreement read = store.agreements.get(first, Store.EVERYTHING).state();
            assertThat(read.signatures()).contains(Sample.by(party, read));
        }
        assertThat(store.agreements.get(first, Store.EVERYTHING).state())
                .isInstanceOf(Agreement.Signed.class);
        assertThat(store.agreements.get(second, Store.EVERYTHING).state())
                .isInstanceOf(Agreement.Draft.class);
    }

    @Test
    void whoeverIsAPartySeesItAndNobodyElse() {
        assertThat(list(ALL, Store.EVERYTHING)).containsExactlyInAnyOrder(first, second);
        assertThat(list(ALL, city("qz"))).containsExactly(first);
        assertThat(list(ALL, city("sr"))).containsExactlyInAnyOrder(first, second);
        assertThat(list(ALL, city("np"))).isEmpty();
        assertThat(list(ALL, organisation(FUND))).containsExactly(second);
        assertThat(list(ALL, new Viewer(false, null, Set.of()))).isEmpty();

        assertThat(store.agreements.get(first, city("qz")).id()).isEqualTo(first);
        assertThat(store.agreements.stored(first, city("qz")).id()).isEqualTo(first);
        assertThatThrownBy(() -> store.agreements.get(second, city("qz")))
                .isInstanceOf(DocumentMissing.class);
        assertThatThrownBy(() -> store.agreements.stored(second, city("qz")))
                .isInstanceOf(DocumentMissing.class);
    }

    @Test
    void listsAreNarrowed() {
        sign(first, Sample.INSTITUTE);

        assertThat(list(filter("hs", null, null, null), Store.EVERYTHING)).containsExactly(second);
        assertThat(list(filter(null, Agreement.State.PARTLY_SIGNED, null, null), Store.EVERYTHING))
                .containsExactly(first);
        sign(first, Sample.ENTERPRISE);
        assertThat(list(filter(null, Agreement.State.SIGNED, null, null), Store.EVERYTHING))
                .containsExactly(first);
        assertThat(list(filter(null, Agreement.State.DRAFT, null, null), Store.EVERYTHING))
                .containsExactly(second);
        assertThat(list(filter(null, null, "meeting-of-intent-2", null), Store.EVERYTHING))
                .containsExactly(second);
        assertThat(list(filter(null, null, null, AgreementKind.INVESTMENT), Store.EVERYTHING))
                .hasSize(2);
        assertThat(list(filter(null, null, null, AgreementKind.PILOT_TESTING), Store.EVERYTHING))
                .isEmpty();
        assertThat(
                        list(
                                new Agreements.Filter("2026-other", null, null, null, null),
                                Store.EVERYTHING))
                .isEmpty();
        assertThat(list(filter("hs", null, null, null), city("qz"))).isEmpty();
    }

    @Test
    void listsComeByThePage() {
        Page<StoredAgreement> one =
                store.agreements.page(ALL, Store.EVERYTHING, new PageQuery(1, null, null, null));
        Page<StoredAgreement> two =
                store.agreements.page(
                        ALL, Store.EVERYTHING, new PageQuery(1, one.next(), null, null));

        assertThat(one.items()).hasSize(1);
        assertThat(two.items()).hasSize(1).doesNotContainAnyElementsOf(one.items());
        assertThat(two.next()).isNull();
    }

    @Test
    void listsHoldWhatHasChanged() {
        sign(first, Sample.INSTITUTE);
        Instant changed = store.agreements.get(first, Store.EVERYTHING).updatedAt();

        assertThat(changedBetween(changed, changed.plusMillis(1))).contains(first);
        assertThat(changedBetween(changed.plusMillis(1), null)).isEmpty();
        assertThat(changedBetween(null, changed)).doesNotContain(first);
    }

    private List<String> changedBetween(@Nullable Instant from, @Nullable Instant before) {
        return store
                .agreements
                .page(ALL, Store.EVERYTHING, new PageQuery(50, null, from, before))
                .items()
                .stream()
                .map(StoredAgreement::id)
                .toList();
    }

    /// Signature and seal, and the events of both.
    @Test
    void theLastSignatureIsOneWrite() {
        sign(first, Sample.INSTITUTE);
        long before = store.agreements.get(first, Store.EVERYTHING).version();

        sign(first, Sample.ENTERPRISE);

        assertThat(store.agreements.get(first, Store.EVERYTHING).version()).isEqualTo(before + 1);
        assertThat(store.unsent.stream().filter(unsent -> unsent.id().equals(first)).toList())
                .last()
                .extracting(Unsent::events)
                .asInstanceOf(InstanceOfAssertFactories.list(PendingEvent.class))
                .extracting(PendingEvent::type)
                .containsExactly(
                        "agreement.drafted.v1",
                        "signature.given.v1",
                        "signature.given.v1",
                        "agreement.signed.v1");
    }

    @Test
    void theSameIntentIsDraftedOnce() {
        assertThat(store.draft("intent-1", List.of(Sample.INSTITUTE, Sample.ENTERPRISE)))
                .isEqualTo(first);

        assertThat(store.agreements.get(first, Store.EVERYTHING).version()).isEqualTo(1);
        assertThat(list(ALL, Store.EVERYTHING)).hasSize(2);
    }

    @Test
    void whatCannotBeDraftedIsToldOnceAndIsNoAgreement() {
        for (int i = 0; i < 2; i++) {
            store.draft("intent-3", List.of(Sample.INSTITUTE, Sample.INSTITUTE));
        }

        assertThat(list(ALL, Store.EVERYTHING)).containsExactlyInAnyOrder(first, second);
        assertThat(store.unsent.stream().filter(unsent -> unsent.id().endsWith("/refusal")))
                .singleElement()
                .satisfies(unsent -> {
                    PendingEvent event = unsent.events().getFirst();
                    assertThat(event.type()).isEqualTo("agreement.not-drafted.v1");
                    assertThat(event.cities()).containsExactlyInAnyOrder("qz", "sr");
                    assertThat(event.data()).contains("\"reason\":\"sameParty\"");
                });
    }
}
