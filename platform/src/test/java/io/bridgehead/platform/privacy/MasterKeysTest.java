package io.bridgehead.platform.privacy;

import static com.mongodb.client.model.Filters.exists;
import static io.bridgehead.platform.privacy.PrivacyFixture.masterKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Ticker;
import com.google.crypto.tink.Aead;
import com.mongodb.client.MongoDatabase;
import io.bridgehead.platform.testing.RealParts;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MasterKeysTest {

    private final MongoDatabase database = RealParts.freshDatabase();

    private PrivacyFixture given(String masterKeys) {
        return PrivacyFixture.on(
                database, MasterKeys.fromBase64(masterKeys), Ticker.systemTicker());
    }

    @Test
    void aMissingKeyIsNamed() {
        assertThatThrownBy(() -> MasterKeys.fromBase64(" "))
                .isInstanceOf(MasterKeyFault.class)
                .hasMessage("The master key is missing.");
    }

    @Test
    void aMalformedKeyIsNamedAndNotQuoted() {
        assertThatThrownBy(() -> MasterKeys.fromBase64("no base64!"))
                .isInstanceOf(MasterKeyFault.class)
                .hasMessage("The master key is not base64.")
                .hasNoCause();
        assertThatThrownBy(() ->
                        MasterKeys.fromBase64(Base64.getEncoder().encodeToString(new byte[16])))
                .isInstanceOf(MasterKeyFault.class)
                .hasMessage("The master key has 16 bytes instead of 32.");
        assertThatThrownBy(() -> MasterKeys.fromBase64(masterKey(1) + ","))
                .isInstanceOf(MasterKeyFault.class);
    }

    @Test
    void theWrongKeyIsRefusedBeforeItWrapsAnything() {
        given(masterKey(1)).privacy().protect("p1", "王小木");

        assertThatThrownBy(() -> given(masterKey(2)))
                .isInstanceOf(MasterKeyFault.class)
                .hasMessageContaining("wrapped by master key")
                .hasMessageNotContaining(masterKey(1))
                .hasMessageNotContaining(masterKey(2));
        assertThat(database.getCollection("persons").countDocuments()).isEqualTo(1);
    }

    @Test
    void theMasterKeyIsReplacedWhileTheServicesRun() {
        PrivacyFixture before = given(masterKey(1));
        PersonalText old = before.privacy().protect("p1", "王小木");
        before.indexes().claim("edition", "13800131234", "p1");
        PersonalText forgotten = before.privacy().protect("p2", "李四");
        before.privacy().forget("p2");

        // first all learn the new one, then all wrap by it
        PrivacyFixture learnt = given(masterKey(1) + "," + masterKey(2));
        MasterKeys turned = MasterKeys.fromBase64(masterKey(2) + "," + masterKey(1));
        PersonalText fresh =
                PrivacyFixture.on(database, turned, Ticker.systemTicker())
                        .privacy()
                        .protect("p3", "赵五");
        assertThat(learnt.privacy().reveal(fresh)).contains("赵五");
        assertThatThrownBy(() -> given(masterKey(2))).isInstanceOf(MasterKeyFault.class);

        // p1's key and that of the blind indexes
        assertThat(PrivacyFixture.keyStore(database, turned).rewrap()).isEqualTo(2);
        assertThat(PrivacyFixture.keyStore(database, turned).rewrap()).isZero();

        PrivacyFixture after = given(masterKey(2));
        assertThat(after.privacy().reveal(old)).contains("王小木");
        assertThat(after.privacy().reveal(fresh)).contains("赵五");
        assertThat(after.privacy().reveal(forgotten)).isEmpty();
        assertThat(after.indexes().owner("edition", "13800131234")).contains("p1");
        assertThatThrownBy(() -> given(masterKey(1))).isInstanceOf(MasterKeyFault.class);
    }

    @Test
    void whoIsForgottenWhileKeysAreWrappedAnewStaysForgotten() throws Exception {
        PrivacyFixture service = given(masterKey(1));
        List<String> persons = IntStream.range(0, 200).mapToObj(i -> "p" + i).toList();
        persons.forEach(person -> service.privacy().protect(person, "王小木"));
        KeyStore turned =
                PrivacyFixture.keyStore(
                        database, MasterKeys.fromBase64(masterKey(2) + "," + masterKey(1)));

        try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
            Future<Long> rewrapped = executor.submit(turned::rewrap);
            persons.reversed().forEach(service.privacy()::forget);
            assertThat(rewrapped.get()).as("rewrapped before they were forgotten").isPositive();
        }

        assertThat(persons).allMatch(turned::isForgotten);
        assertThat(database.getCollection("persons").countDocuments(exists("keyset"))).isZero();
    }

    /// Any Aead of Tink's fits, among them those of its KMS clients, which are called over the network
    /// and never hand out their key; and the way there from a local key is the same.
    @Test
    void aKeyManagementServiceFitsTheDoor() throws GeneralSecurityException {
        PersonalText text = given(masterKey(1)).privacy().protect("p1", "王小木");
        SequencedMap<String, Aead> both = new LinkedHashMap<>();
        both.put("kms", new Reversing());
        MasterKeys onlyKms = new MasterKeys(both);
        both.put(
                MasterKeys.fromBase64(masterKey(1)).first(),
                new com.google.crypto.tink.subtle.AesGcmJce(
                        Base64.getDecoder().decode(masterKey(1))));

        PrivacyFixture.keyStore(database, new MasterKeys(both)).rewrap();

        assertThat(
                        PrivacyFixture.on(database, onlyKms, Ticker.systemTicker())
                                .privacy()
                                .reveal(text))
                .contains("王小木");
    }

    /// Stands for what is elsewhere; it keeps nothing secret.
    private record Reversing() implements Aead {

        @Override
        public byte[] encrypt(byte[] plaintext, byte[] associatedData) {
            byte[] reversed = new byte[plaintext.length];
            for (int i = 0; i < plaintext.length; i++) {
                reversed[i] = plaintext[plaintext.length - 1 - i];
            }
            return reversed;
        }

        @Override
        public byte[] decrypt(byte[] ciphertext, byte[] associatedData) {
            return encrypt(ciphertext, associatedData);
        }
    }
}
