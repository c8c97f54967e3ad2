package io.bridgehead.contract.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.bridgehead.contract.agreement.AgreementKind;
import io.bridgehead.contract.agreement.Sample;
import io.bridgehead.platform.privacy.PersonalText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChainTest {

    private static final Instant NOON = Instant.parse("2025-09-24T04:00:00Z");
    private static final String ID = "meeting-1";

    private static final AgreementLink DRAFT =
            new AgreementLink(
                    Sample.ID,
                    "2025-quzhou",
                    "intent-1",
                    AgreementKind.INVESTMENT,
                    Sample.TITLE,
                    List.of(Sample.INSTITUTE, Sample.ENTERPRISE),
                    "sha256:00",
                    NOON,
                    List.of(),
                    null);

    private static final AgreementLink.Given FIRST =
            new AgreementLink.Given(Sample.INSTITUTE.organisation(), "sha256:00", NOON);

    private static final AgreementLink.Given LAST =
            new AgreementLink.Given(Sample.ENTERPRISE.organisation(), "sha256:00", NOON);

    private static final AgreementLink PARTLY = DRAFT.with(FIRST);

    private static final AgreementLink SIGNED = PARTLY.with(LAST).signed(NOON);

    private static final MeetingLink REQUESTED =
            MeetingLink.requested(
                    new MeetingLink.Matter(
                            "2025-quzhou",
                            "项目 × 基金",
                            "project-1",
                            new MeetingLink.Counterpart("fund", "fund-1"),
                            List.of(Sample.INSTITUTE, Sample.ENTERPRISE)),
                    NOON.minusSeconds(7200));

    private static final MeetingLink.Place PLACE =
            new MeetingLink.Place(new MeetingLink.Slot(NOON, NOON.plusSeconds(1200)), "A1");

    private static final MeetingLink SCHEDULED =
            REQUESTED.accepted(NOON.minusSeconds(3600)).scheduled(PLACE, NOON.minusSeconds(1800));

    private static final MeetingLink INTENDED = SCHEDULED.with(intent("intent-1"));

    private static final Map<String, DelegateLink> BOTH =
            Map.of("delegate-qz", delegate("delegate-qz"), "delegate-sr", delegate("delegate-sr"));

    private static MeetingLink.Intent intent(String id) {
        return new MeetingLink.Intent(id, "investment", "title", NOON);
    }

    private static DelegateLink delegate(String id) {
        return DelegateLink.registered(id, new PersonalText(id, "AQ"), "engineer", NOON)
                .confirmed(NOON);
    }

    private static Chain chain(
            @Nullable MeetingLink meeting,
            @Nullable AgreementLink agreement,
            Map<String, DelegateLink> delegates) {
        ChainRecord record = null;
        if (meeting != null) {
            record = ChainRecord.of(record, ID, meeting, NOON);
        }
        if (agreement != null) {
            record = ChainRecord.of(record, ID, agreement, NOON);
        }
        return Chain.of(Objects.requireNonNull(record), delegates);
    }

    @Test
    void withEveryLinkItIsComplete() {
        Chain chain = chain(INTENDED, SIGNED, BOTH);

        assertThat(chain.missing()).isEmpty();
        assertThat(chain.intent()).contains(intent("intent-1"));
        assertThat(chain.sides())
                .containsExactly(
                        new Chain.Side(Sample.INSTITUTE, BOTH.get("delegate-qz"), FIRST),
                        new Chain.Side(Sample.ENTERPRISE, BOTH.get("delegate-sr"), LAST));
    }

    @Test
    void eachMissingLinkIsNamed() {
        Map<String, DelegateLink> one = Map.of("delegate-qz", delegate("delegate-qz"));
        assertThat(chain(INTENDED, SIGNED, one).missing()).containsExactly("delegate");
        assertThat(chain(null, SIGNED, BOTH).missing()).containsExactly("meeting", "intent");
        assertThat(chain(SCHEDULED, SIGNED, BOTH).missing()).containsExactly("intent");
        assertThat(chain(INTENDED, PARTLY, BOTH).missing()).containsExactly("signature");
        assertThat(chain(INTENDED, null, BOTH).missing()).containsExactly("signature");
        assertThat(chain(SCHEDULED, null, BOTH).missing()).containsExactly("intent", "signature");
        assertThat(chain(REQUESTED, null, Map.of()).missing())
                .containsExactly("delegate", "meeting", "intent", "signature");
        assertThat(chain(null, DRAFT, Map.of()).missing())
                .containsExactly("delegate", "meeting", "intent", "signature");
    }

    @Test
    void aMeetingThatIsCalledOffHasNoPlaceAnyMore() {
        MeetingLink cancelled = SCHEDULED.without(MeetingLink.State.CANCELLED, null, NOON);

        assertThat(chain(cancelled, null, BOTH).missing())
                .containsExactly("meeting", "intent", "signature");
        assertThat(cancelled.place()).isNull();
        assertThat(cancelled.since()).isEqualTo(NOON);
        assertThat(cancelled.requestedAt()).isEqualTo(REQUESTED.requestedAt());
        assertThat(cancelled.scheduledAt()).isEqualTo(SCHEDULED.scheduledAt());
    }

    @Test
    void anotherIntentOfTheSameMeetingIsNoLink() {
        Chain chain = chain(SCHEDULED.with(intent("intent-2")), SIGNED, BOTH);

        assertThat(chain.missing()).containsExactly("intent");
        assertThat(chain.intent()).isEmpty();
    }

    @Test
    void theStageIsTheMeetingsStateAndThenTheAgreements() {
        MeetingLink accepted = REQUESTED.accepted(NOON);
        assertThat(
                        Stream.of(
                                REQUESTED,
                                accepted,
                                accepted.without(MeetingLink.State.UNPLACED, "tablesTaken", NOON),
                                SCHEDULED,
                                REQUESTED.without(MeetingLink.State.DECLINED, "no", NOON),
                                SCHEDULED.without(MeetingLink.State.CANCELLED, null, NOON),
                                INTENDED))
                .extracting(meeting -> chain(meeting, null, BOTH).kept().stage())
                .containsExactly(
                        Stage.REQUESTED,
                        Stage.ACCEPTED,
                        Stage.UNPLACED,
                        Stage.SCHEDULED,
                        Stage.DECLINED,
                        Stage.CANCELLED,
                        Stage.INTENT_RECORDED);
        assertThat(List.of(DRAFT, PARTLY, SIGNED))
                .extracting(agreement -> chain(INTENDED, agreement, BOTH).kept().stage())
                .containsExactly(Stage.DRAFT, Stage.PARTLY_SIGNED, Stage.SIGNED);
    }

    @Test
    void itsPartsMayComeInAnyOrder() {
        ChainRecord meetingFirst =
                ChainRecord.of(
                        ChainRecord.of(null, ID, INTENDED, NOON.plusSeconds(1)), ID, DRAFT, NOON);
        ChainRecord agreementFirst =
                ChainRecord.of(
                        ChainRecord.of(null, ID, DRAFT, NOON), ID, INTENDED, NOON.plusSeconds(1));

        assertThat(agreementFirst).isEqualTo(meetingFirst);
        assertThat(meetingFirst.changedAt()).isEqualTo(NOON.plusSeconds(1));
        assertThat(meetingFirst.title()).isEqualTo("项目 × 基金");
    }

    @Test
    void whatBefallsADelegateChangesTheChain() {
        DelegateLink withdrawn = delegate("delegate-sr").in("withdrawn", NOON.plusSeconds(5));

        Chain chain = chain(INTENDED, SIGNED, Map.of("delegate-sr", withdrawn));

        assertThat(chain.changedAt()).isEqualTo(NOON.plusSeconds(5));
        assertThat(chain(INTENDED, SIGNED, BOTH).changedAt()).isEqualTo(NOON);
    }
}
