package io.bridgehead.registration.delegation;

import io.bridgehead.platform.testing.EventSamples;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DelegationEventsTest {

    static Stream<DelegationEvent> events() {
        return Stream.of(
                new DelegationEvent.Registered(),
                new DelegationEvent.RowsRevealed(
                        "0c6a1b52-6f0d-8c3e-9a44-6b1f2d3c4e5f",
                        "0b7f2f0c-5a53-4b2e-9d0e-2f4f6f0e9a11"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void eachIsWrittenAsItsSample(DelegationEvent event) {
        EventSamples.assertWritten(
                DelegationAnnouncement.announce(
                        "7a2b1c3d-4e5f-8061-a2b3-c4d5e6f70811",
                        new Delegation("2025-quzhou", "sr", "上饶代表团"),
                        event));
    }
}
