package io.bridgehead.contract.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.bridgehead.contract.agreement.Agreement;
import io.bridgehead.contract.agreement.Agreement.Party;
import io.bridgehead.contract.agreement.Agreement.Signature;
import io.bridgehead.contract.agreement.Sample;
import io.bridgehead.contract.agreement.Store;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SigningAgreementsTest {

    private static final Seals SEALS = new Seals(TestKeys.sealingWith(TestKeys.RFC_8037));

    /// As the service's.
    private static final Clock MILLIS = Clock.tickMillis(ZoneOffset.UTC);

    private final Store store = new Store();

    private SigningAgreements signing(Clock clock) {
        return new SigningAgreements(store.agreements, SEALS, clock);
    }

    private String draft(String intent) {
        return store.draft(intent, List.of(Sample.INSTITUTE, Sample.ENTERPRISE));
    }

    private Agreement agreement(String id) {
        return store.agreements.get(id, Store.EVERYTHING).state();
    }

    private Versioned<Agreement> sign(SigningAgreements signing, String id, Party party) {
        Caller signatory =
                new Caller(
                        party.city() + "-signatory",
                        party.city(),
                        null,
                        Set.of(party.organisation()),
                        Set.of(Role.SIGNATORY));
        return signing.sign(
                id,
                party.organisation(),
                agreement(id).documentDigest(),
                signatory,
                CommandId.random());
    }

    /// Each party twice.
    @Test
    void partiesThatSignAtOnceEachSignOnceAndTheRecordIsSealedOnce() throws Exception {
        SigningAgreements signing = signing(MILLIS);
        List<String> ids = new ArrayList<>();
        List<Callable<Versioned<Agreement>>> signatures = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String id = draft("intent-" + i);
            ids.add(id);
            for (int again = 0; again < 2; again++) {
                signatures.add(() -> sign(signing, id, Sample.INSTITUTE));
                signatures.add(() -> sign(signing, id, Sample.ENTERPRISE));
            }
        }
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Versioned<Agreement>> signed : all.invokeAll(signatures)) {
                assertThat(signed.get().state().signatures()).isNotEmpty();
            }
        }

        for (String id : ids) {
            assertThat(store.agreements.get(id, Store.EVERYTHING).version()).isEqualTo(3);
            assertThat(agreement(id).signatures())
                    .extracting(Signature::organisation)
                    .containsExactlyInAnyOrder(
                            Sample.INSTITUTE.organisation(), Sample.ENTERPRISE.organisation());
            assertThat(SEALS.verify(store.agreements.stored(id, Store.EVERYTHING))).isEmpty();
        }
    }

    /// The other party signs while the first to ask is on the way.
    @Test
    void whoseSignatureIsPutOnTopOfAnothersSignsLater() {
        String id = draft("intent");
        Clock clock = new Interrupted(() -> sign(signing(MILLIS), id, Sample.ENTERPRISE));

        sign(signing(clock), id, Sample.INSTITUTE);

        assertThat(agreement(id).signatures())
                .extracting(Signature::organisation)
                .containsExactly(Sample.ENTERPRISE.organisation(), Sample.INSTITUTE.organisation());
        assertThat(agreement(id).signatures()).extracting(Signature::signedAt).isSorted();
    }

    /// Long before the others' clock at its first tick, at which something happens, and long after it
    /// from then on.
    private static final class Interrupted extends Clock {

        private final Runnable interruption;
        private final AtomicLong ticks = new AtomicLong();

        Interrupted(Runnable interruption) {
            this.interruption = interruption;
        }

        @Override
        public Instant instant() {
            if (ticks.getAndIncrement() > 0) {
                return Instant.parse("2100-01-01T00:00:00Z");
            }
            interruption.run();
            return Instant.EPOCH;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
