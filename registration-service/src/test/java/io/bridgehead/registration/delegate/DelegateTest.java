package io.bridgehead.registration.delegate;

import static io.bridgehead.registration.delegate.Delegate.State.CONFIRMED;
import static io.bridgehead.registration.delegate.Delegate.State.DECLINED;
import static io.bridgehead.registration.delegate.Delegate.State.FORGOTTEN;
import static io.bridgehead.registration.delegate.Delegate.State.REGISTERED;
import static io.bridgehead.registration.delegate.Delegate.State.WAITING;
import static io.bridgehead.registration.delegate.Delegate.State.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bridgehead.platform.documents.Kind;
import io.bridgehead.platform.documents.Transition;
import io.bridgehead.platform.documents.WireNames;
import io.bridgehead.registration.delegate.Delegate.Approved;
import io.bridgehead.registration.delegate.Delegate.Confirmed;
import io.bridgehead.registration.delegate.Delegate.Declined;
import io.bridgehead.registration.delegate.Delegate.Forgotten;
import io.bridgehead.registration.delegate.Delegate.Guest;
import io.bridgehead.registration.delegate.Delegate.Person;
import io.bridgehead.registration.delegate.Delegate.Registered;
import io.bridgehead.registration.delegate.Delegate.Waiting;
import io.bridgehead.registration.delegate.Delegate.Withdrawn;
import io.bridgehead.registration.delegate.DelegateRejection.AlreadyDecided;
import io.bridgehead.registration.delegate.DelegateRejection.IsForgotten;
import io.bridgehead.registration.delegate.DelegateRejection.NotTakingPart;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DelegateTest {

    private static final Guest GUEST = Samples.guest();
    private static final Person PERSON = Samples.person();

    private static final Registered REGISTERED_ONE = new Registered(GUEST, PERSON);
    private static final Approved APPROVED_ONE = new Approved(GUEST, PERSON);
    private static final Waiting WAITING_ONE = new Waiting(GUEST, PERSON);
    private static final Confirmed CONFIRMED_ONE = new Confirmed(GUEST, PERSON);
    private static final Declined DECLINED_ONE = new Declined(GUEST, PERSON, "重复报名");
    private static final Withdrawn WITHDRAWN_ONE = new Withdrawn(GUEST, PERSON);
    private static final Forgotten FORGOTTEN_ONE = new Forgotten(GUEST);

    static Stream<Delegate> all() {
        return Stream.of(
                REGISTERED_ONE,
                APPROVED_ONE,
                WAITING_ONE,
                CONFIRMED_ONE,
                DECLINED_ONE,
                WITHDRAWN_ONE,
                FORGOTTEN_ONE);
    }

    static Stream<Delegate> decided() {
        return all().filter(delegate -> delegate.state() != REGISTERED);
    }

    static Stream<Delegate> takingPart() {
        return Stream.of(REGISTERED_ONE, APPROVED_ONE, WAITING_ONE, CONFIRMED_ONE);
    }

    static Stream<Delegate> gone() {
        return Stream.of(DECLINED_ONE, WITHDRAWN_ONE, FORGOTTEN_ONE);
    }

    static Stream<Delegate> known() {
        return all().filter(delegate -> delegate.state() != FORGOTTEN);
    }

    @Test
    void anApprovedOneIsConfirmedWhenThereIsAPlace() {
        Transition<Delegate, DelegateEvent> approved = REGISTERED_ONE.approve();
        Transition<Delegate, DelegateEvent> confirmed = approved.state().confirm();

        assertThat(approved).isEqualTo(becomes(APPROVED_ONE, new DelegateEvent.Approved()));
        assertThat(confirmed).isEqualTo(becomes(CONFIRMED_ONE, new DelegateEvent.Confirmed()));
    }

    @Test
    void anApprovedOneWaitsUntilThereIsAPlace() {
        Transition<Delegate, DelegateEvent> waiting = APPROVED_ONE.queue(3);

        assertThat(waiting).isEqualTo(becomes(WAITING_ONE, new DelegateEvent.Queued(3)));
        assertThat(waiting.state().confirm().state()).isEqualTo(CONFIRMED_ONE);
    }

    @Test
    void aRegisteredOneCanBeDeclinedWithAReason() {
        assertThat(REGISTERED_ONE.decline("重复报名"))
                .isEqualTo(becomes(DECLINED_ONE, new DelegateEvent.Declined("重复报名")));
    }

    @ParameterizedTest
    @MethodSource("decided")
    void nobodyIsDecidedOnTwice(Delegate delegate) {
        assertThatThrownBy(delegate::approve).isInstanceOf(AlreadyDecided.class);
        assertThatThrownBy(() -> delegate.decline("no")).isInstanceOf(AlreadyDecided.class);
    }

    @ParameterizedTest
    @MethodSource("takingPart")
    void whoeverTakesPartMayWithdraw(Delegate delegate) {
        assertThat(delegate.withdraw())
                .isEqualTo(becomes(WITHDRAWN_ONE, new DelegateEvent.Withdrawn()));
    }

    @ParameterizedTest
    @MethodSource("gone")
    void whoeverDoesNotTakePartCannotWithdraw(Delegate delegate) {
        assertThatThrownBy(delegate::withdraw).isInstanceOf(NotTakingPart.class);
    }

    @Test
    void whatThePlacesSayTooLateOrAgainChangesNothing() {
        for (Delegate delegate :
                List.of(CONFIRMED_ONE, DECLINED_ONE, WITHDRAWN_ONE, FORGOTTEN_ONE)) {
            assertThat(delegate.confirm()).isEqualTo(Transition.none(delegate));
            assertThat(delegate.queue(1)).isEqualTo(Transition.none(delegate));
        }
        assertThat(WAITING_ONE.queue(1)).isEqualTo(Transition.none(WAITING_ONE));
        assertThat(REGISTERED_ONE.confirm()).isEqualTo(Transition.none(REGISTERED_ONE));
    }

    @ParameterizedTest
    @MethodSource("known")
    void readingAboutThePersonIsAnEventAndChangesNothing(Delegate delegate) {
        assertThat(delegate.reveal("sub-1", "接站"))
                .isEqualTo(becomes(delegate, new DelegateEvent.Revealed("sub-1", "接站")));
    }

    @ParameterizedTest
    @MethodSource("known")
    void whoeverIsForgottenLeavesNothingOfThePerson(Delegate delegate) {
        assertThat(delegate.forget())
                .isEqualTo(becomes(FORGOTTEN_ONE, new DelegateEvent.Forgotten()));
    }

    @Test
    void aForgottenOneIsForgottenOnceAndCannotBeRead() {
        assertThat(FORGOTTEN_ONE.forget()).isEqualTo(Transition.none(FORGOTTEN_ONE));
        assertThatThrownBy(() -> FORGOTTEN_ONE.reveal("sub-1", "接站"))
                .isInstanceOf(IsForgotten.class);
    }

    /// The list is filtered by the state's name, and the document has the record's kind.
    @ParameterizedTest
    @MethodSource("all")
    void aStateIsStoredUnderItsName(Delegate delegate) {
        Kind kind = delegate.getClass().getAnnotation(Kind.class);

        assertThat(kind.value()).isEqualTo(WireNames.of(delegate.state()));
    }

    @Test
    void statesKnowWhatTheyAre() {
        assertThat(all().map(Delegate::state)).containsExactlyInAnyOrder(Delegate.State.values());
        assertThat(WAITING_ONE.state()).isEqualTo(WAITING);
        assertThat(CONFIRMED_ONE.state()).isEqualTo(CONFIRMED);
        assertThat(DECLINED_ONE.state()).isEqualTo(DECLINED);
        assertThat(WITHDRAWN_ONE.state()).isEqualTo(WITHDRAWN);
    }

    private static Transition<Delegate, DelegateEvent> becomes(
            Delegate state, DelegateEvent event) {
        return Transition.to(state, event);
    }
}
