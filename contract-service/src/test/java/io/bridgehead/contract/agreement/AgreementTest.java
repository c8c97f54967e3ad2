package io.bridgehead.contract.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bridgehead.contract.agreement.Agreement.Party;
import io.bridgehead.contract.agreement.Agreement.Seal;
import io.bridgehead.contract.agreement.Agreement.SealedParts;
import io.bridgehead.contract.agreement.Agreement.Signature;
import io.bridgehead.contract.agreement.Agreement.Terms;
import io.bridgehead.platform.documents.Transition;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgreementTest {

    private static final Seal SEAL = new Seal("key", "header.payload.signature");

    @Test
    void aDraftSaysWhatWasIntendedAndAnnouncesItself() {
        Transition<Agreement, AgreementEvent> drafting = Sample.drafting();

        assertThat(drafting.events()).containsExactly(new AgreementEvent.Drafted());
        Agreement draft = drafting.state();
        assertThat(draft.state()).isEqualTo(Agreement.State.DRAFT);
        assertThat(draft.parties()).containsExactly(Sample.INSTITUTE, Sample.ENTERPRISE);
        assertThat(draft.signatures()).isEmpty();
    }

    @Test
    void theDigestIsOfTheDocumentsVeryBytes() throws Exception {
        Agreement draft = Sample.draft();

        byte[] bytes = draft.document().getBytes(StandardCharsets.UTF_8);
        String expected =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        assertThat(draft.documentDigest()).isEqualTo("sha256:" + expected);
    }

    @Test
    void nobodyAgreesWithHimself() {
        assertRefused(
                "sameParty",
                Sample.TITLE,
                Sample.TERMS,
                List.of(Sample.INSTITUTE, Sample.ENTERPRISE, Sample.INSTITUTE));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 11})
    void anAgreementHasTwoToTenParties(int number) {
        List<Party> parties = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            parties.add(new Party("qz", "organisation-" + i, "name", "delegate"));
        }
        assertRefused("numberOfParties", Sample.TITLE, Sample.TERMS, parties);
    }

    @Test
    void anAgreementHasATitle() {
        assertRefused("untitled", " \n", Sample.TERMS, twoParties());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1L << 53, Long.MIN_VALUE})
    void anAmountIsMoreThanNothingAndExactInEveryReaderOfJson(long amount) {
        assertRefused("amountOutOfRange", Sample.TITLE, terms(amount, "CNY"), twoParties());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "RMB", "cny"})
    void aCurrencyIsOneOfIso4217(String currency) {
        assertRefused("unknownCurrency", Sample.TITLE, terms(100, currency), twoParties());
    }

    @Test
    void textThatHasNoUtf8IsRefused() {
        assertRefused("unreadableText", "half a pair: \ud83e", Sample.TERMS, twoParties());
    }

    @Test
    void theFirstSignatureLeavesItPartlySigned() {
        Agreement draft = Sample.draft();
        Signature first = Sample.by(Sample.INSTITUTE, draft);

        Transition<Agreement, AgreementEvent> signing = draft.sign(first, _ -> SEAL);

        assertThat(signing.state().state()).isEqualTo(Agreement.State.PARTLY_SIGNED);
        assertThat(signing.state().signatures()).containsExactly(first);
        assertThat(signing.events()).containsExactly(new AgreementEvent.SignatureGiven(first));
    }

    @Test
    void theLastSignatureSealsTheRecordOfAllInTheSameTransition() {
        Agreement one = Sample.partlySigned(_ -> SEAL);
        Signature last = Sample.by(Sample.ENTERPRISE, one);
        List<SealedParts> sealed = new ArrayList<>();

        Transition<Agreement, AgreementEvent> signing =
                one.sign(
                        last,
                        parts -> {
                            sealed.add(parts);
                            return SEAL;
                        });

        assertThat(signing.events())
                .containsExactly(
                        new AgreementEvent.SignatureGiven(last),
                        new AgreementEvent.Completed(SEAL));
        assertThat(signing.state())
                .isInstanceOfSatisfying(
                        Agreement.Signed.class,
                        signed -> {
                            assertThat(signed.seal()).isEqualTo(SEAL);
                            assertThat(signed.signedAt()).isEqualTo(last.signedAt());
                            assertThat(sealed).containsExactly(signed.sealedParts());
                        });
    }

    @Test
    void ofThreePartiesTheSecondIsNotTheLast() {
        Party third = new Party("np", "12350700MBEX0033XA", "南平产业技术研究院（示例）", "delegate-np");
        Agreement draft =
                Agreement.draft(
                                Sample.ID,
                                Sample.ORIGIN,
                                Sample.TITLE,
                                Sample.TERMS,
                                List.of(Sample.INSTITUTE, Sample.ENTERPRISE, third))
                        .state();

        Agreement two =
                draft.sign(Sample.by(third, draft), _ -> SEAL)
                        .state()
                        .sign(Sample.by(Sample.ENTERPRISE, draft), _ -> SEAL)
                        .state();

        assertThat(two.state()).isEqualTo(Agreement.State.PARTLY_SIGNED);
        assertThat(two.sign(Sample.by(Sample.INSTITUTE, draft), _ -> SEAL).state().state())
                .isEqualTo(Agreement.State.SIGNED);
    }

    @Test
    void aPartyThatSignsAgainChangesNothing() {
        Agreement one = Sample.partlySigned(_ -> SEAL);
        Agreement all = Sample.signed(_ -> SEAL);

        assertThat(one.sign(Sample.by(Sample.INSTITUTE, one), Sample.NO_SEAL))
                .isEqualTo(Transition.none(one));
        assertThat(all.sign(Sample.by(Sample.ENTERPRISE, all), Sample.NO_SEAL))
                .isEqualTo(Transition.none(all));
    }

    @Test
    void whoIsNoPartyDoesNotSign() {
        Party other = new Party("hs", "91341000MAEX00213Y", "黄山精细化工有限公司（示例）", "delegate-hs");
        for (Agreement agreement : inEachState()) {
            assertThatThrownBy(() -> agreement.sign(Sample.by(other, agreement), Sample.NO_SEAL))
                    .isInstanceOf(SigningRejection.NotAParty.class);
        }
    }

    @Test
    void whoWasShownAnotherDocumentDoesNotSign() {
        String other = Sha256.of("another document");
        for (Agreement agreement : inEachState()) {
            Signature signature =
                    new Signature(
                            Sample.ENTERPRISE.organisation(), "subject", other, Sample.MONDAY);
            assertThatThrownBy(() -> agreement.sign(signature, Sample.NO_SEAL))
                    .isInstanceOfSatisfying(
                            SigningRejection.DigestDiffers.class,
                            rejection -> {
                                assertThat(rejection.shown()).isEqualTo(other);
                                assertThat(rejection.actual())
                                        .isEqualTo(agreement.documentDigest());
                            });
        }
    }

    @Test
    void aDraftIsWhatItsDocumentSays() {
        Agreement.Draft draft = (Agreement.Draft) Sample.draft();
        Terms cheaper =
                new Terms(
                        draft.terms().kind(),
                        draft.terms().summary(),
                        new Money(400_000_000, "CNY"));

        assertThat(draft.isDocumented(Sample.ID)).isTrue();
        assertThat(draft.isDocumented("another-id")).isFalse();
        assertThat(
                        List.of(
                                edited(draft, "another title", draft.terms(), draft.document()),
                                edited(draft, draft.title(), cheaper, draft.document()),
                                edited(draft, draft.title(), draft.terms(), "another document")))
                .noneMatch(edited -> edited.isDocumented(Sample.ID));
    }

    private static Agreement.Draft edited(
            Agreement.Draft draft, String title, Terms terms, String document) {
        return new Agreement.Draft(draft.origin(), title, terms, draft.parties(), document);
    }

    private static List<Agreement> inEachState() {
        return List.of(Sample.draft(), Sample.partlySigned(_ -> SEAL), Sample.signed(_ -> SEAL));
    }

    private static List<Party> twoParties() {
        return List.of(Sample.INSTITUTE, Sample.ENTERPRISE);
    }

    private static Terms terms(long amount, String currency) {
        return new Terms(
                AgreementKind.INVESTMENT, Sample.TERMS.summary(), new Money(amount, currency));
    }

    private static void assertRefused(
            String reason, String title, Terms terms, List<Party> parties) {
        assertThatThrownBy(() -> Agreement.draft(Sample.ID, Sample.ORIGIN, title, terms, parties))
                .isInstanceOfSatisfying(
                        DraftingRejection.class,
                        rejection -> assertThat(rejection.reason()).isEqualTo(reason));
    }
}
