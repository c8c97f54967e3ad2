package io.bridgehead.contract.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.bridgehead.contract.signing.TestKeys;
import io.bridgehead.platform.documents.OutgoingEvent;
import io.bridgehead.platform.testing.EventSamples;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AgreementEventsTest {

    private final Agreement.Signed signed = Sample.signed(parts -> TestKeys.seal(Sample.ID, parts));

    @Test
    void drafted() {
        assertWritten(Sample.draft(), new AgreementEvent.Drafted());
    }

    @Test
    void signatureGiven() {
        Agreement one = Sample.partlySigned(parts -> TestKeys.seal(Sample.ID, parts));
        assertWritten(one, new AgreementEvent.SignatureGiven(one.signatures().getFirst()));
    }

    @Test
    void signed() {
        assertWritten(signed, new AgreementEvent.Completed(signed.seal()));
    }

    @Test
    void notDrafted() {
        RefusedDrafting refused =
                RefusedDrafting.of(
                        Sample.ID,
                        Sample.ORIGIN,
                        new DraftingRejection.SameParty(),
                        Set.of("sr", "qz"));
        OutgoingEvent event =
                RefusedDrafting.announce(
                        refused.id(), refused, refused.refuse().events().getFirst());

        EventSamples.assertWritten(event);
        assertThat(event.cities()).containsExactlyInAnyOrder("qz", "sr");
    }

    private static void assertWritten(Agreement after, AgreementEvent event) {
        OutgoingEvent outgoing = AgreementAnnouncer.announce(Sample.ID, after, event);

        EventSamples.assertWritten(outgoing);
        assertThat(outgoing.cities()).containsExactlyInAnyOrder("qz", "sr");
    }
}
