package io.bridgehead.registration.delegate;

import static org.assertj.core.api.Assertions.assertThat;

import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.documents.Transition;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.privacy.PrivacyFixture;
import io.bridgehead.registration.TestDocuments;
import io.bridgehead.registration.delegate.Delegate.Guest;
import io.bridgehead.registration.delegate.RegisteringDelegates.Outcome;
import io.bridgehead.registration.delegate.RegisteringDelegates.Registration;
import io.bridgehead.registration.edition.GuestKind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegisteringDelegatesTest {

    private static final String PHONE = "13900001112";

    private final TestDocuments documents = new TestDocuments();
    private final PrivacyFixture privacy = PrivacyFixture.fresh();
    private final Documents own = documents.open();
    private final Delegates delegates = new Delegates(own);
    private final Leaders leaders = new Leaders(own, delegates);
    private final RegisteringDelegates registering =
            new RegisteringDelegates(delegates, leaders, privacy.indexes(), privacy.privacy());

    @Test
    void keepsWhatIsAboutThePersonEncrypted() {
        register("c1", someone("delegation-1", PHONE));

        Delegate.Known delegate = (Delegate.Known) all().getFirst().state();
        assertThat(delegate.state()).isEqualTo(Delegate.State.REGISTERED);
        assertThat(delegate.person().name().ciphertext()).doesNotContain("饶国安");
        assertThat(privacy.privacy().reveal(delegate.person().name())).hasValue("饶国安");
        assertThat(privacy.privacy().reveal(delegate.person().phone())).hasValue(PHONE);
        assertThat(documents.events(all().getFirst().id()))
                .containsExactly("delegate.registered.v1");
    }

    @Test
    void theSameCommandAgainFindsItselfDone() {
        assertThat(register("c1", someone("delegation-1", PHONE))).isEqualTo(Outcome.REGISTERED);
        assertThat(register("c1", someone("delegation-1", PHONE))).isEqualTo(Outcome.REGISTERED);

        assertThat(all()).hasSize(1);
    }

    @Test
    void onePersonIsInOneDelegationToAnEdition() {
        register("c1", someone("delegation-1", PHONE));

        assertThat(register("c2", someone("delegation-2", PHONE)))
                .isEqualTo(Outcome.REGISTERED_ELSEWHERE);
        assertThat(
                        register(
                                "c3",
                                new Registration(
                                        guest("2027-nanping", "delegation-3", false),
                                        "饶国安",
                                        new PhoneNumber(PHONE),
                                        null,
                                        "副总经理")))
                .isEqualTo(Outcome.REGISTERED);
    }

    @Test
    void theSameSheetAgainSaysNothingNew() {
        register("c1", someone("delegation-1", PHONE));

        assertThat(register("c2", someone("delegation-1", PHONE)))
                .isEqualTo(Outcome.ALREADY_REGISTERED);
        assertThat(all()).hasSize(1);
    }

    @Test
    void aCorrectedRowOfSomeoneRegisteredIsNotTakenOverInSilence() {
        register("c1", someone("delegation-1", PHONE));

        assertThat(register("c2", person("delegation-1", "饶国宁", PHONE, null, "副总经理")))
                .isEqualTo(Outcome.REGISTERED_OTHERWISE);
        assertThat(register("c3", person("delegation-1", "饶国安", PHONE, "a@b.cn", "副总经理")))
                .isEqualTo(Outcome.REGISTERED_OTHERWISE);
        assertThat(register("c4", person("delegation-1", "饶国安", PHONE, null, "总经理")))
                .isEqualTo(Outcome.REGISTERED_OTHERWISE);
    }

    @Test
    void whoeverHasWithdrawnDoesNotComeBackByASheet() {
        register("c1", someone("delegation-1", PHONE));
        change(Delegate::withdraw);

        assertThat(register("c2", someone("delegation-1", PHONE)))
                .isEqualTo(Outcome.REGISTERED_OTHERWISE);
        assertThat(all().getFirst().state().state()).isEqualTo(Delegate.State.WITHDRAWN);
    }

    @Test
    void aDelegationHasOneLeader() {
        register("c1", leader("delegation-1", PHONE));

        assertThat(register("c2", leader("delegation-1", "13900001119")))
                .isEqualTo(Outcome.LED_BY_ANOTHER);
        assertThat(register("c1", leader("delegation-1", PHONE))).isEqualTo(Outcome.REGISTERED);
        assertThat(register("c3", leader("delegation-2", "13900001126")))
                .isEqualTo(Outcome.REGISTERED);
    }

    @Test
    void anotherLeadsWhenTheLeaderHasWithdrawn() {
        register("c1", leader("delegation-1", PHONE));
        change(Delegate::withdraw);

        assertThat(register("c2", leader("delegation-1", "13900001119")))
                .isEqualTo(Outcome.REGISTERED);
    }

    /// The process died after the claim: the command does not come again, and another brings the number.
    @Test
    void aClaimWhoseCommandDiedIsUsedByTheNext() {
        String orphan = CommandId.derivedFrom("test", "died").idOf("delegate");
        privacy.indexes().claim("delegate/2025-quzhou", PHONE, orphan);

        assertThat(register("c2", someone("delegation-2", PHONE))).isEqualTo(Outcome.REGISTERED);
        assertThat(all()).extracting(Versioned::id).containsExactly(orphan);
        assertThat(register("c3", someone("delegation-3", PHONE)))
                .isEqualTo(Outcome.REGISTERED_ELSEWHERE);
    }

    /// The same, and the command comes again after all, too late.
    @Test
    void theCommandThatDiedFindsItsClaimUsed() {
        privacy.indexes()
                .claim(
                        "delegate/2025-quzhou",
                        PHONE,
                        CommandId.derivedFrom("test", "died").idOf("delegate"));
        register("c2", someone("delegation-2", PHONE));

        assertThat(register("died", someone("delegation-1", PHONE)))
                .isEqualTo(Outcome.REGISTERED_ELSEWHERE);
        assertThat(all()).hasSize(1);
    }

    @Test
    void aCommandThatComesAgainAfterThePersonWasForgottenRegistersNobody() {
        register("c1", someone("delegation-1", PHONE));
        privacy.privacy().forget(all().getFirst().id());
        change(Delegate::forget);

        assertThat(register("c1", someone("delegation-1", PHONE))).isEqualTo(Outcome.REGISTERED);
        assertThat(all())
                .extracting(one -> one.state().state())
                .containsExactly(Delegate.State.FORGOTTEN);
    }

    @Test
    void whoeverWasForgottenMayComeAgain() {
        register("c1", someone("delegation-1", PHONE));
        privacy.privacy().forget(all().getFirst().id());
        change(Delegate::forget);

        assertThat(register("c2", someone("delegation-2", PHONE))).isEqualTo(Outcome.REGISTERED);
        assertThat(all()).hasSize(2);
    }

    @Test
    void manyDelegationsAtOnceRegisterThePersonOnce() throws Exception {
        List<Outcome> outcomes = registerAtOnce(name -> someone("delegation-" + name, PHONE));

        assertThat(outcomes).filteredOn(Outcome.REGISTERED::equals).hasSize(1);
        assertThat(outcomes).filteredOn(Outcome.REGISTERED_ELSEWHERE::equals).hasSize(15);
        assertThat(all()).hasSize(1);
    }

    /// Somebody else's row used the number that a leader's row had claimed, and the lead is free again.
    @Test
    void whoeverWasToLeadAndCameAsAnotherKeepsNobodyFromLeading() {
        String orphan = CommandId.derivedFrom("test", "died").idOf("delegate");
        privacy.indexes().claim("delegate/2025-quzhou", PHONE, orphan);
        assertThat(leaders.claim("delegation-1", orphan)).isTrue();
        assertThat(register("c2", leader("delegation-1", "13900001119")))
                .isEqualTo(Outcome.LED_BY_ANOTHER);

        register("c3", someone("delegation-1", PHONE));

        assertThat(register("c4", leader("delegation-1", "13900001126")))
                .isEqualTo(Outcome.REGISTERED);
    }

    @Test
    void ofManyLeadersAtOnceTheDelegationGetsOne() throws Exception {
        register("before", leader("delegation-1", PHONE));
        change(Delegate::withdraw);

        List<Outcome> outcomes =
                registerAtOnce(name -> leader("delegation-1", "138000000" + name.substring(1)));

        assertThat(outcomes).filteredOn(Outcome.REGISTERED::equals).hasSize(1);
        assertThat(outcomes).filteredOn(Outcome.LED_BY_ANOTHER::equals).hasSize(15);
        assertThat(all()).hasSize(2);
    }

    private List<Outcome> registerAtOnce(Function<String, Registration> someone) throws Exception {
        List<Callable<Outcome>> attempts = new ArrayList<>();
        for (int i = 10; i < 26; i++) {
            String name = "c" + i;
            attempts.add(() -> register(name, someone.apply(name)));
        }
        List<Outcome> outcomes = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(16)) {
            for (Future<Outcome> attempt : executor.invokeAll(attempts)) {
                outcomes.add(attempt.get());
            }
        }
        return outcomes;
    }

    private Outcome register(String command, Registration registration) {
        return registering.register(CommandId.derivedFrom("test", command), registration);
    }

    private void change(Function<Delegate, Transition<Delegate, DelegateEvent>> decision) {
        var _ = delegates.change(all().getFirst().id(), CommandId.random(), decision);
    }

    private List<Versioned<Delegate>> all() {
        Delegates.Query everyone =
                new Delegates.Query(null, null, null, null, null, null, null, null, null);
        return delegates.page(everyone, new PageQuery(200, null, null, null)).items();
    }

    private static Registration someone(String delegation, String phone) {
        return person(delegation, "饶国安", phone, null, "副总经理");
    }

    private static Registration person(
            String delegation, String name, String phone, @Nullable String email, String jobTitle) {
        return new Registration(
                guest("2025-quzhou", delegation, false),
                name,
                new PhoneNumber(phone),
                email,
                jobTitle);
    }

    private static Registration leader(String delegation, String phone) {
        return new Registration(
                guest("2025-quzhou", delegation, true),
                "饶国安",
                new PhoneNumber(phone),
                null,
                "副总经理");
    }

    private static Guest guest(String edition, String delegation, boolean leader) {
        return new Guest(
                edition,
                delegation,
                "sr",
                "91361100MAEX001173",
                "上饶锂电材料有限公司（示例）",
                GuestKind.DELEGATE,
                leader);
    }
}
