package io.bridgehead.platform.privacy;

import com.github.benmanes.caffeine.cache.Ticker;
import com.mongodb.client.MongoDatabase;
import io.bridgehead.platform.documents.Patience;
import io.bridgehead.platform.testing.RealParts;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;

/// Privacy for the tests of a use case, on a key store that no other test uses.
public record PrivacyFixture(Privacy privacy, BlindIndexes indexes) {

    public static PrivacyFixture fresh() {
        return on(
                RealParts.freshDatabase(),
                MasterKeys.fromBase64(masterKey(1)),
                Ticker.systemTicker());
    }

    /// One instance of a service; another may share its key store.
    static PrivacyFixture on(MongoDatabase database, MasterKeys masterKeys, Ticker ticker) {
        KeyStore keys = keyStore(database, masterKeys);
        keys.open();
        BlindIndexes indexes = new BlindIndexes(keys);
        return new PrivacyFixture(new Privacy(keys, indexes, ticker), indexes);
    }

    static KeyStore keyStore(MongoDatabase database, MasterKeys masterKeys) {
        return new KeyStore(
                database,
                masterKeys,
                Clock.systemUTC(),
                new Patience(Clock.systemUTC(), Duration.ofSeconds(10)));
    }

    /// @param number gives another key than another number
    static String masterKey(int number) {
        byte[] key = new byte[32];
        key[0] = (byte) number;
        return Base64.getEncoder().encodeToString(key);
    }
}
