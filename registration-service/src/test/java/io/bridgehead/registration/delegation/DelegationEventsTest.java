package io.bridgehead.registration.delegation;

import io.bridgehead.platform.testing.EventSamples;
import io.bridgehead.registration.delegation.Delegation.DelegationRegistered;
import org.junit.jupiter.api.Test;

class DelegationEventsTest {

    @Test
    void registeringIsWrittenAsItsSample() {
        EventSamples.assertWritten(
                DelegationAnnouncement.announce(
                        "7a2b1c3d-4e5f-8061-a2b3-c4d5e6f70811",
                        new Delegation("2025-quzhou", "sr", "上饶代表团"),
                        new DelegationRegistered()));
    }
}
