package io.bridgehead.matchmaking.registration;

import static io.bridgehead.matchmaking.Examples.DELEGATE;
import static io.bridgehead.matchmaking.Examples.EDITION;
import static io.bridgehead.matchmaking.Examples.LITHIUM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bridgehead.matchmaking.Stores;
import io.bridgehead.matchmaking.registration.Delegate.State;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.WireNames;
import io.bridgehead.platform.events.Subscription;
import io.bridgehead.platform.testing.EventSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegistrationSubscriptionTest {

    private final Documents documents = Stores.fresh(_ -> {});
    private final Editions editions = new Editions(documents);
    private final Industries industries = new Industries(documents);
    private final Delegates delegates = new Delegates(documents);
    private final Subscription subscription =
            new RegistrationSubscription(editions, industries, delegates).registrationEvents();

    private void deliver(String type, String subject, long sequence) {
        EventSamples.deliver(subscription, type, subject, sequence);
    }

    private Delegate delegate() {
        return delegates.find(DELEGATE).orElseThrow();
    }

    @Test
    void whatRegistrationWritesIsRead() {
        EventSamples.assertReadable(subscription);
    }

    @Test
    void anEditionIsKnownWithItsHostAndItsCities() {
        deliver("edition.opened.v1", EDITION, 1);

        Edition edition = editions.find(EDITION).orElseThrow();
        assertThat(edition.hostCity()).isEqualTo("qz");
        assertThat(edition.invites("sr")).isTrue();
        assertThat(edition.invites("np")).isFalse();
        assertThat(edition.nameOf("sr").zh()).isEqualTo("上饶");
    }

    @Test
    void theTaxonomyIsKnownOnceItIsPublished() {
        assertThat(industries.taxonomy().knows("newMaterials")).isFalse();

        deliver("industries.published.v1", "industries", 1);

        assertThat(industries.taxonomy().parent("newMaterials.fluorosilicon"))
                .contains("newMaterials");
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"REGISTERED", "FORGOTTEN"},
            mode = EnumSource.Mode.EXCLUDE)
    void aDelegateIsInTheStateThatWasToldLast(State state) {
        deliver("delegate.registered.v1", DELEGATE, 1);
        assertThat(delegate().state()).isEqualTo(State.REGISTERED);
        assertThat(delegate().city()).isEqualTo("sr");
        assertThat(delegate().organisation()).isEqualTo(LITHIUM);

        deliver("delegate." + WireNames.of(state) + ".v1", DELEGATE, 2);

        assertThat(delegate().state()).isEqualTo(state);
        assertThat(delegate().isConfirmed()).isEqualTo(state == State.CONFIRMED);
        assertThat(delegate().jobTitle()).isEqualTo("研发总监");
    }

    @Test
    void nothingAboutThePersonStaysOfWhoeverIsForgotten() {
        deliver("delegate.registered.v1", DELEGATE, 1);

        deliver("delegate.forgotten.v1", DELEGATE, 2);

        assertThat(delegate().state()).isEqualTo(State.FORGOTTEN);
        assertThat(delegate().name()).isNull();
        assertThat(delegate().jobTitle()).isNull();
    }

    @Test
    void whatComesAgainChangesNothing() {
        deliver("delegate.registered.v1", DELEGATE, 1);
        deliver("delegate.confirmed.v1", DELEGATE, 3);
        deliver("delegate.approved.v1", DELEGATE, 2);
        deliver("delegate.registered.v1", DELEGATE, 1);

        assertThat(delegate().state()).isEqualTo(State.CONFIRMED);
    }

    @Test
    void newsOfWhomNobodyRegisteredAreForAnOperatorToSee() {
        assertThatThrownBy(() -> deliver("delegate.confirmed.v1", DELEGATE, 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("delegate.confirmed.v1");
    }
}
