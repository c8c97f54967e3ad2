package io.bridgehead.registration.delegate;

import static io.bridgehead.registration.edition.GuestKind.DELEGATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.events.EventSettings;
import io.bridgehead.platform.events.Subscription;
import io.bridgehead.platform.testing.EventSamples;
import io.bridgehead.registration.TestDocuments;
import io.bridgehead.registration.delegate.Delegate.State;
import io.bridgehead.registration.edition.EditionFixture;
import io.bridgehead.registration.edition.Editions;
import io.bridgehead.registration.edition.Quota;
import io.bridgehead.registration.places.Places;
import io.bridgehead.registration.places.PlacesFixture;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacingDelegatesTest {

    private static final String EDITION = "2025-quzhou";
    private static final String PLACES = EDITION + "/places";

    private final TestDocuments unsent = new TestDocuments();
    private final Documents documents = unsent.open();
    private final Editions editions =
            EditionFixture.open(documents, EDITION, new Quota("sr", DELEGATE, 1));
    private final PlacesFixture places = PlacesFixture.of(documents, editions);
    private final Delegates delegates = new Delegates(documents);
    private final Subscription subscription =
            new PlacingDelegates(delegates, places.drawing())
                    .placingDelegatesSubscription(
                            new EventSettings(
                                    "none",
                                    Map.of(),
                                    "registration",
                                    "bridgehead.registration",
                                    Duration.ofSeconds(1),
                                    Duration.ofSeconds(3),
                                    3,
                                    null));

    PlacingDelegatesTest() {
        delegates.register(
                Samples.ID,
                CommandId.random(),
                Delegate.register(Samples.guest(), Samples.person()));
        delegates.change(Samples.ID, CommandId.random(), Delegate::approve);
    }

    @Test
    void readsItsEventsAsTheyAreWritten() {
        EventSamples.assertReadable(subscription);
    }

    @Test
    void whoeverIsApprovedDrawsAPlaceOnceAndIsConfirmed() {
        deliver("delegate.approved.v1", Samples.ID, 2);
        deliver("delegate.approved.v1", Samples.ID, 2);
        deliver("place.granted.v1", PLACES, 1);

        assertThat(unsent.events(PLACES)).containsExactly("place.granted.v1");
        assertThat(state()).isEqualTo(State.CONFIRMED);
        assertThat(unsent.events(Samples.ID)).endsWith("delegate.confirmed.v1");
    }

    @Test
    void whoeverFindsNoPlaceWaitsUntilThereIsOne() {
        takeThePlace();
        deliver("delegate.approved.v1", Samples.ID, 2);
        deliver("place.queued.v1", PLACES, 2);

        assertThat(state()).isEqualTo(State.WAITING);
        assertThat(places().position(Samples.ID)).hasValue(1);

        deliver("place.granted.v1", PLACES, 4);
        assertThat(state()).isEqualTo(State.CONFIRMED);
        assertThat(unsent.events(Samples.ID))
                .endsWith("delegate.waiting.v1", "delegate.confirmed.v1");
    }

    @Test
    void whatComesLateAndAgainChangesNothing() {
        deliver("delegate.approved.v1", Samples.ID, 2);
        deliver("place.granted.v1", PLACES, 1);
        delegates.change(Samples.ID, CommandId.random(), Delegate::withdraw);
        deliver("delegate.withdrawn.v1", Samples.ID, 4);

        deliver("place.queued.v1", PLACES, 1);
        deliver("place.granted.v1", PLACES, 1);
        // From a sender that slept since before the withdrawal: too old for its command to be
        // known.
        EventSamples.deliver(subscription, "delegate.approved.v1", Samples.ID, 200);

        assertThat(state()).isEqualTo(State.WITHDRAWN);
        assertThat(places().blocks().getFirst().granted()).isEmpty();
    }

    @Test
    void whoeverWithdrawsGivesThePlaceToTheNextInLine() {
        deliver("delegate.approved.v1", Samples.ID, 2);
        takeThePlace();

        deliver("delegate.withdrawn.v1", Samples.ID, 4);
        deliver("delegate.withdrawn.v1", Samples.ID, 4);

        assertThat(places().blocks().getFirst().granted()).containsExactly("another");
        assertThat(unsent.events(PLACES))
                .containsExactly(
                        "place.granted.v1",
                        "place.queued.v1",
                        "place.released.v1",
                        "place.granted.v1");
    }

    @Test
    void whoeverIsForgottenKeepsNoPlace() {
        deliver("delegate.approved.v1", Samples.ID, 2);
        deliver("delegate.forgotten.v1", Samples.ID, 4);

        assertThat(places().blocks().getFirst().granted()).isEmpty();
    }

    private void takeThePlace() {
        places.drawing().draw(EDITION, "another", "sr", DELEGATE);
    }

    private void deliver(String type, String subject, long sequence) {
        EventSamples.deliver(subscription, type, subject, sequence);
    }

    private State state() {
        return delegates.get(Samples.ID).state().state();
    }

    private Places places() {
        return places.places().get(EDITION);
    }
}
