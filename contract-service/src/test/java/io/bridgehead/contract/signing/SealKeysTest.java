package io.bridgehead.contract.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

class SealKeysTest {

    /// RFC 8037, appendices A.2 and A.3.
    @Test
    void itPublishesTheKeyAndItsThumbprintAsTheRfcsDo() {
        SealKeys keys = TestKeys.sealingWith(TestKeys.RFC_8037);

        assertThat(keys.sealingId()).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
        assertThat(keys.published())
                .containsExactly(
                        new SealKeys.SealKey(
                                "OKP",
                                "Ed25519",
                                "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
                                keys.sealingId(),
                                "sig",
                                "EdDSA"));
    }

    @Test
    void aKeyThatSealedBeforeStillVerifies() {
        KeyPair old = TestKeys.fresh();
        SealKeys before = TestKeys.sealingWith(TestKeys.base64(old.getPrivate()));
        byte[] message = {1, 2, 3};
        byte[] signature = before.sign(message);

        SealKeys after = TestKeys.sealingWith(TestKeys.RFC_8037, TestKeys.base64(old.getPublic()));

        assertThat(after.sealingId()).isNotEqualTo(before.sealingId());
        assertThat(after.published())
                .extracting(SealKeys.SealKey::kid)
                .containsExactly(after.sealingId(), before.sealingId());
        assertThat(after.verifies(before.sealingId(), message, signature)).isTrue();
        assertThat(after.verifies(after.sealingId(), message, signature)).isFalse();
        assertThat(TestKeys.sealingWith(TestKeys.RFC_8037).knows(before.sealingId())).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "no base64!", "AAAA"})
    void withoutAUsableKeyTheServiceSaysSoInALine(@Nullable String key) {
        assertThatThrownBy(() -> new SealKeys(new SealSettings(key, List.of())))
                .isInstanceOfSatisfying(
                        SealKeyUnusable.class, unusable -> assertAnalysed(unusable, key));
    }

    @Test
    void aKeyOfAnotherKindIsNoSealKey() throws Exception {
        KeyPair rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        String another = TestKeys.base64(rsa.getPrivate());
        String anotherPublic = TestKeys.base64(rsa.getPublic());

        assertThatThrownBy(() -> TestKeys.sealingWith(another)).isInstanceOf(SealKeyUnusable.class);
        assertThatThrownBy(() -> TestKeys.sealingWith(TestKeys.RFC_8037, anotherPublic))
                .isInstanceOf(SealKeyUnusable.class)
                .hasMessageContaining("other-keys");
    }

    @Test
    void bootKnowsWhoSaysIt() {
        SpringFactoriesLoader.FailureHandler others = (_, _, _) -> {};

        assertThat(
                        SpringFactoriesLoader.forDefaultResourceLocation()
                                .load(FailureAnalyzer.class, others))
                .hasAtLeastOneElementOfType(SealKeyFailureAnalyzer.class);
    }

    private static void assertAnalysed(SealKeyUnusable unusable, @Nullable String key) {
        FailureAnalysis analysis =
                new SealKeyFailureAnalyzer()
                        .analyze(new IllegalStateException("creating a bean failed", unusable));
        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription())
                .startsWith("BRIDGEHEAD_SEAL_KEY is not")
                .doesNotContain("\n");
        assertThat(analysis.getAction()).contains("openssl genpkey");
        if (key != null && !key.isBlank()) {
            assertThat(analysis.getDescription()).doesNotContain(key);
        }
    }
}
