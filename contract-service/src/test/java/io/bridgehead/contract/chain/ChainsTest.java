package io.bridgehead.contract.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import io.bridgehead.contract.agreement.Store;
import io.bridgehead.contract.agreement.Viewer;
import io.bridgehead.contract.chain.Chains.Filter;
import io.bridgehead.platform.documents.DocumentMissing;
import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.events.Event;
import io.bridgehead.platform.events.Subscription;
import io.bridgehead.platform.testing.EventSamples;
import io.bridgehead.platform.testing.RealParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChainsTest {

    private static final PageQuery ALL = new PageQuery(50, null, null, null);

    /// The view in a database of its own.
    private static final class Heard {

        final MongoDatabase database = RealParts.freshDatabase();
        final Chains chains = new Chains(Store.documents(database, _ -> {}));
        final Subscription subscription = new ChainSubscription(chains).chainsHeard();

        Heard hear(List<Event<byte[]>> events) {
            events.forEach(subscription::handle);
            return this;
        }

        List<Chain> all() {
            return chains.page(Filter.NONE, Store.EVERYTHING, ALL).items();
        }

        List<Chain> page(Filter filter, Viewer viewer) {
            return chains.page(filter, viewer, ALL).items();
        }

        /// Every document of every collection, as its bytes read.
        Map<String, List<String>> content() {
            Map<String, List<String>> content = new TreeMap<>();
            for (String name : database.listCollectionNames()) {
                content.put(
                        name,
                        database.getCollection(name)
                                .find()
                                .sort(Sorts.ascending("_id"))
                                .map(Document::toJson)
                                .into(new ArrayList<>()));
            }
            return content;
        }
    }

    @Test
    void whatAllThreeServicesWriteIsRead() {
        EventSamples.assertReadable(new Heard().subscription);
    }

    @Test
    void inWhateverOrderTheTopicsAreReadTheViewIsTheSame() {
        History history = History.ofSignedAgreements(3);
        Map<String, List<String>> reference =
                new Heard().hear(history.interleaved(new Random(0))).content();

        for (int seed = 1; seed <= 12; seed++) {
            Heard heard = new Heard().hear(history.interleaved(new Random(seed)));

            assertThat(heard.content()).as("seed %d", seed).isEqualTo(reference);
            assertThat(heard.all())
                    .hasSize(3)
                    .allSatisfy(chain -> assertThat(chain.missing()).isEmpty());
        }
    }

    @Test
    void aChainBeginsWithTheRequestAndGoesOnFromStageToStage() {
        Heard heard = new Heard();
        History history = History.ofSignedAgreements(1);
        List<Event<byte[]>> events = new ArrayList<>(history.of("meeting"));
        events.addAll(history.of("agreement", "signature"));
        List<Stage> stages = new ArrayList<>();
        for (Event<byte[]> event : events) {
            heard.subscription.handle(event);
            stages.add(heard.chains.get("meeting-1", Store.EVERYTHING).kept().stage());
        }

        assertThat(stages)
                .containsExactly(
                        Stage.REQUESTED,
                        Stage.ACCEPTED,
                        Stage.UNPLACED,
                        Stage.SCHEDULED,
                        Stage.INTENT_RECORDED,
                        Stage.DRAFT,
                        Stage.PARTLY_SIGNED,
                        Stage.PARTLY_SIGNED,
                        Stage.SIGNED);
    }

    @Test
    void aChainIsFoundByItsMeetingAndByItsAgreement() {
        Heard heard = new Heard().hear(History.ofSignedAgreements(2).interleaved(new Random(2)));

        Chain chain = heard.chains.get("meeting-2", Store.EVERYTHING);

        assertThat(heard.chains.get("agreement-2", Store.EVERYTHING)).isEqualTo(chain);
        assertThat(chain.kept().title()).isEqualTo("项目2 × 基金2");
        assertThat(chain.intent().orElseThrow().title()).isEqualTo("意向2");
        MeetingLink meeting = Objects.requireNonNull(chain.kept().meeting());
        assertThat(Objects.requireNonNull(meeting.place()).table()).isEqualTo("A2");
        assertThat(meeting.state()).isEqualTo(MeetingLink.State.INTENT_RECORDED);
        assertThat(chain.sides())
                .extracting(side -> Objects.requireNonNull(side.delegate()).state())
                .containsExactly("confirmed", "confirmed");
    }

    @Test
    void whatIsDeclinedOrHasNoPlaceSaysWhy() {
        Heard heard = new Heard();
        EventSamples.deliver(heard.subscription, "meeting.requested.v1", "m", 1);
        EventSamples.deliver(heard.subscription, "meeting.accepted.v1", "m", 2);
        EventSamples.deliver(heard.subscription, "meeting.unplaced.v1", "m", 3);
        assertMeeting(heard, MeetingLink.State.UNPLACED, "noCommonSlot");

        EventSamples.deliver(heard.subscription, "meeting.scheduled.v1", "m", 4);
        assertMeeting(heard, MeetingLink.State.SCHEDULED, null);

        EventSamples.deliver(heard.subscription, "meeting.cancelled.v1", "m", 5);
        assertMeeting(heard, MeetingLink.State.CANCELLED, null);

        EventSamples.deliver(heard.subscription, "meeting.requested.v1", "m", 6);
        EventSamples.deliver(heard.subscription, "meeting.declined.v1", "m", 7);
        assertMeeting(heard, MeetingLink.State.DECLINED, "时间不合适");
    }

    private static void assertMeeting(
            Heard heard, MeetingLink.State state, @Nullable String reason) {
        MeetingLink meeting =
                Objects.requireNonNull(heard.chains.get("m", Store.EVERYTHING).kept().meeting());
        assertThat(meeting.state()).isEqualTo(state);
        assertThat(meeting.reason()).isEqualTo(reason);
        assertThat(meeting.place() == null).isEqualTo(state != MeetingLink.State.SCHEDULED);
    }

    @Test
    void whoeverIsAPartySeesIt() {
        Heard heard = new Heard().hear(History.ofSignedAgreements(2).interleaved(new Random(3)));

        Viewer shangrao = new Viewer(false, "sr", Set.of());
        Viewer organisation = new Viewer(false, null, Set.of("o-qz"));
        Viewer huangshan = new Viewer(false, "hs", Set.of("o-hs"));
        assertThat(heard.page(edition("e1"), shangrao)).hasSize(2);
        assertThat(heard.page(city("qz"), organisation)).hasSize(2);
        assertThat(heard.page(city("np"), organisation)).isEmpty();
        assertThat(heard.page(edition("e2"), shangrao)).isEmpty();
        assertThat(heard.page(Filter.NONE, huangshan)).isEmpty();
        for (String id : List.of("meeting-1", "agreement-1")) {
            assertThat(heard.chains.get(id, shangrao).missing()).isEmpty();
            assertThatThrownBy(() -> heard.chains.get(id, huangshan))
                    .isInstanceOf(DocumentMissing.class);
        }
    }

    private static Filter edition(String edition) {
        return new Filter(edition, null, null, List.of(), null);
    }

    private static Filter city(String city) {
        return new Filter(null, city, null, List.of(), null);
    }

    @Test
    void listsComeByThePage() {
        Heard heard = new Heard().hear(History.ofSignedAgreements(3).interleaved(new Random(4)));

        Page<Chain> first =
                heard.chains.page(
                        Filter.NONE, Store.EVERYTHING, new PageQuery(2, null, null, null));
        Page<Chain> second =
                heard.chains.page(
                        Filter.NONE, Store.EVERYTHING, new PageQuery(2, first.next(), null, null));

        assertThat(first.items()).hasSize(2);
        assertThat(second.items())
                .extracting(chain -> chain.kept().id())
                .containsExactly("meeting-3");
        assertThat(second.next()).isNull();
    }

    /// An intent is drafted once. What came of it twice would show as one or the other by chance.
    @Test
    void aSecondAgreementOfAMeetingIsNotTaken() {
        Heard heard = new Heard();
        EventSamples.deliver(heard.subscription, "agreement.drafted.v1", "a", 1);

        assertThatThrownBy(() ->
                        EventSamples.deliver(heard.subscription, "agreement.drafted.v1", "b", 1))
                .hasMessageContaining("a second agreement of the meeting");
    }

    /// Its first event is parked, or was lost: what follows must not pass for the whole.
    @Test
    void anEventOfWhichTheBeginningIsMissingIsNotSwallowed() {
        Heard heard = new Heard();

        for (String type :
                List.of(
                        "delegate.approved.v1",
                        "meeting.accepted.v1",
                        "intent.recorded.v1",
                        "signature.given.v1")) {
            assertThatThrownBy(() -> EventSamples.deliver(heard.subscription, type, "a", 2))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("before anything else of a");
        }
    }
}
