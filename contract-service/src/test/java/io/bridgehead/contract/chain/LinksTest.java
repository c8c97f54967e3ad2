package io.bridgehead.contract.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import io.bridgehead.contract.agreement.Store;
import io.bridgehead.contract.agreement.Viewer;
import io.bridgehead.platform.documents.DocumentMissing;
import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.events.Event;
import io.bridgehead.platform.events.Subscription;
import io.bridgehead.platform.privacy.PersonalText;
import io.bridgehead.platform.testing.EventSamples;
import io.bridgehead.platform.testing.RealParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class LinksTest {

    private static final PageQuery ALL = new PageQuery(50, null, null, null);

    /// The view in a database of its own.
    private static final class Chains {

        final MongoDatabase database = RealParts.freshDatabase();
        final Links links = new Links(Store.documents(database, _ -> {}));
        final Subscription subscription = new LinkSubscription(links).chainSubscription();

        Chains hear(List<Event<byte[]>> events) {
            events.forEach(subscription::handle);
            return this;
        }

        List<Chain> all() {
            return links.page(null, null, Store.EVERYTHING, ALL).items();
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
        EventSamples.assertReadable(new Chains().subscription);
    }

    @Test
    void inWhateverOrderTheTopicsAreReadTheViewIsTheSame() {
        History history = History.ofSignedAgreements(3);
        Map<String, List<String>> reference =
                new Chains().hear(history.interleaved(new Random(0))).content();

        for (int seed = 1; seed <= 12; seed++) {
            Chains chains = new Chains().hear(history.interleaved(new Random(seed)));

            assertThat(chains.content()).as("seed %d", seed).isEqualTo(reference);
            assertThat(chains.all())
                    .hasSize(3)
                    .allSatisfy(chain -> assertThat(chain.missing()).isEmpty());
        }
    }

    @Test
    void aChainIsJoinedOfItsLinks() {
        Chains chains = new Chains().hear(History.ofSignedAgreements(2).interleaved(new Random(2)));

        Chain chain = chains.links.get("agreement-2", Store.EVERYTHING);

        assertThat(chain.agreement().title()).isEqualTo("协议2");
        assertThat(chain.intent().orElseThrow().title()).isEqualTo("意向2");
        MeetingLink meeting = chain.meeting();
        assertThat(meeting).isNotNull();
        assertThat(meeting.table()).isEqualTo("A2");
        assertThat(meeting.state()).isEqualTo("intentRecorded");
        assertThat(chain.sides())
                .extracting(Chain.Side::delegate)
                .containsExactly(confirmed("qz2"), confirmed("sr2"));
    }

    private static DelegateLink confirmed(String id) {
        return new DelegateLink(id, new PersonalText(id, "AQ"), "工程师", "confirmed");
    }

    @Test
    void whoeverIsAPartySeesIt() {
        Chains chains = new Chains().hear(History.ofSignedAgreements(2).interleaved(new Random(3)));

        Viewer shangrao = new Viewer(false, "sr", Set.of());
        Viewer organisation = new Viewer(false, null, Set.of("o-qz"));
        Viewer huangshan = new Viewer(false, "hs", Set.of("o-hs"));
        assertThat(chains.links.page("e1", null, shangrao, ALL).items()).hasSize(2);
        assertThat(chains.links.page("e1", "qz", organisation, ALL).items()).hasSize(2);
        assertThat(chains.links.page("e1", "np", organisation, ALL).items()).isEmpty();
        assertThat(chains.links.page("e2", null, shangrao, ALL).items()).isEmpty();
        assertThat(chains.links.page(null, null, huangshan, ALL).items()).isEmpty();
        assertThat(chains.links.get("agreement-1", shangrao).missing()).isEmpty();
        assertThatThrownBy(() -> chains.links.get("agreement-1", huangshan))
                .isInstanceOf(DocumentMissing.class);
    }

    @Test
    void listsComeByThePage() {
        Chains chains = new Chains().hear(History.ofSignedAgreements(3).interleaved(new Random(4)));

        Page<Chain> first =
                chains.links.page(null, null, Store.EVERYTHING, new PageQuery(2, null, null, null));
        Page<Chain> second =
                chains.links.page(
                        null, null, Store.EVERYTHING, new PageQuery(2, first.next(), null, null));

        assertThat(first.items()).hasSize(2);
        assertThat(second.items())
                .extracting(chain -> chain.agreement().agreement())
                .containsExactly("agreement-3");
        assertThat(second.next()).isNull();
    }

    /// Its first event is parked, or was lost: what follows must not pass for the whole.
    @Test
    void anEventOfWhichTheBeginningIsMissingIsNotSwallowed() {
        Chains chains = new Chains();

        for (String type :
                List.of("delegate.approved.v1", "intent.recorded.v1", "signature.given.v1")) {
            assertThatThrownBy(() -> EventSamples.deliver(chains.subscription, type, "a", 2))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("before anything else of a");
        }
    }
}
