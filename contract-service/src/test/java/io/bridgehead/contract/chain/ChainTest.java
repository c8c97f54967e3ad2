package io.bridgehead.contract.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.bridgehead.contract.agreement.Agreement;
import io.bridgehead.contract.agreement.AgreementKind;
import io.bridgehead.contract.agreement.Sample;
import io.bridgehead.platform.privacy.PersonalText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChainTest {

    private static final Instant NOON = Instant.parse("2025-09-24T04:00:00Z");

    private static final AgreementLink DRAFT =
            new AgreementLink(
                    Sample.ID,
                    "2025-quzhou",
                    "meeting-1",
                    "intent-1",
                    AgreementKind.INVESTMENT,
                    Sample.TITLE,
                    List.of(Sample.INSTITUTE, Sample.ENTERPRISE),
                    List.of(),
                    null);

    private static final AgreementLink PARTLY =
            DRAFT.with(new AgreementLink.Given(Sample.INSTITUTE.organisation(), NOON));

    private static final AgreementLink SIGNED =
            PARTLY.with(new AgreementLink.Given(Sample.ENTERPRISE.organisation(), NOON))
                    .signed(NOON);

    private static final MeetingLink SCHEDULED =
            MeetingLink.scheduled(
                    "meeting-1", new MeetingLink.Slot(NOON, NOON.plusSeconds(1200)), "A1");

    private static final MeetingLink INTENDED =
            SCHEDULED.with(new MeetingLink.Intent("intent-1", "investment", "title", NOON));

    private static final Map<String, DelegateLink> BOTH =
            Map.of("delegate-qz", delegate("delegate-qz"), "delegate-sr", delegate("delegate-sr"));

    private static DelegateLink delegate(String id) {
        return new DelegateLink(id, new PersonalText(id, "AQ"), "engineer", "confirmed");
    }

    private static List<String> missing(
            AgreementLink agreement,
            @Nullable MeetingLink meeting,
            Map<String, DelegateLink> delegates) {
        return Chain.of(agreement, meeting, delegates).missing();
    }

    @Test
    void withEveryLinkItIsComplete() {
        Chain chain = Chain.of(SIGNED, INTENDED, BOTH);

        assertThat(chain.missing()).isEmpty();
        assertThat(chain.intent())
                .contains(new MeetingLink.Intent("intent-1", "investment", "title", NOON));
        assertThat(chain.sides())
                .containsExactly(
                        new Chain.Side(Sample.INSTITUTE, BOTH.get("delegate-qz"), NOON),
                        new Chain.Side(Sample.ENTERPRISE, BOTH.get("delegate-sr"), NOON));
    }

    @Test
    void eachMissingLinkIsNamed() {
        assertThat(missing(SIGNED, INTENDED, Map.of("delegate-qz", delegate("delegate-qz"))))
                .containsExactly("delegate");
        assertThat(missing(SIGNED, null, BOTH)).containsExactly("meeting", "intent");
        assertThat(missing(SIGNED, SCHEDULED, BOTH)).containsExactly("intent");
        assertThat(missing(PARTLY, INTENDED, BOTH)).containsExactly("signature");
        assertThat(missing(DRAFT, null, Map.of()))
                .containsExactly("delegate", "meeting", "intent", "signature");
    }

    @Test
    void aMeetingThatNeverWasIsNoLink() {
        MeetingLink cancelled = MeetingLink.unscheduled("meeting-1", "cancelled");

        assertThat(missing(SIGNED, cancelled, BOTH)).containsExactly("meeting", "intent");
    }

    @Test
    void anotherIntentOfTheSameMeetingIsNoLink() {
        MeetingLink other =
                SCHEDULED.with(new MeetingLink.Intent("intent-2", "investment", "title", NOON));

        assertThat(missing(SIGNED, other, BOTH)).containsExactly("intent");
        assertThat(Chain.of(SIGNED, other, BOTH).intent()).isEmpty();
    }

    @Test
    void theStateIsWhatTheEventsSay() {
        assertThat(List.of(DRAFT, PARTLY, SIGNED))
                .extracting(AgreementLink::state)
                .containsExactly(
                        Agreement.State.DRAFT,
                        Agreement.State.PARTLY_SIGNED,
                        Agreement.State.SIGNED);
    }
}
