package io.bridgehead.registration.delegate;

import io.bridgehead.platform.testing.EventSamples;
import io.bridgehead.registration.delegate.Delegate.Approved;
import io.bridgehead.registration.delegate.Delegate.Confirmed;
import io.bridgehead.registration.delegate.Delegate.Declined;
import io.bridgehead.registration.delegate.Delegate.Forgotten;
import io.bridgehead.registration.delegate.Delegate.Registered;
import io.bridgehead.registration.delegate.Delegate.Waiting;
import io.bridgehead.registration.delegate.Delegate.Withdrawn;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DelegateEventsTest {

    private static final Delegate.Guest GUEST = Samples.guest();
    private static final Delegate.Person PERSON = Samples.person();

    static Stream<Arguments> events() {
        return Stream.of(
                Arguments.of(new Registered(GUEST, PERSON), new DelegateEvent.Registered()),
                Arguments.of(new Approved(GUEST, PERSON), new DelegateEvent.Approved()),
                Arguments.of(
                        new Declined(GUEST, PERSON, "名额已满"), new DelegateEvent.Declined("名额已满")),
                Arguments.of(new Waiting(GUEST, PERSON), new DelegateEvent.Queued(3)),
                Arguments.of(new Confirmed(GUEST, PERSON), new DelegateEvent.Confirmed()),
                Arguments.of(new Withdrawn(GUEST, PERSON), new DelegateEvent.Withdrawn()),
                Arguments.of(
                        new Confirmed(GUEST, PERSON),
                        new DelegateEvent.Revealed("qz-reception", "接站")),
                Arguments.of(new Forgotten(GUEST), new DelegateEvent.Forgotten()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void areWrittenAsTheirSamples(Delegate after, DelegateEvent event) {
        EventSamples.assertWritten(DelegateAnnouncement.announce(Samples.ID, after, event));
    }
}
