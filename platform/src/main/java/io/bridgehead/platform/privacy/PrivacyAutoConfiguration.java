package io.bridgehead.platform.privacy;

import com.github.benmanes.caffeine.cache.Ticker;
import com.mongodb.client.MongoClient;
import io.bridgehead.platform.documents.DocumentSettings;
import io.bridgehead.platform.documents.Patience;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.context.annotation.Bean;

/// The store of persons' keys, and what encrypts, finds and forgets with them.
@AutoConfiguration(after = MongoAutoConfiguration.class)
@EnableConfigurationProperties(PrivacySettings.class)
class PrivacyAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    MasterKeys masterKeys(PrivacySettings settings) {
        return MasterKeys.fromBase64(settings.masterKey());
    }

    @Bean
    KeyStoreConnection keyStoreConnection(PrivacySettings settings, MongoClient client) {
        return KeyStoreConnection.to(settings, client);
    }

    @Bean
    KeyStore keyStore(
            KeyStoreConnection connection,
            MasterKeys masterKeys,
            DocumentSettings documents,
            Clock clock) {
        KeyStore store =
                new KeyStore(
                        connection.database(),
                        masterKeys,
                        clock,
                        new Patience(clock, documents.patience()));
        store.open();
        return store;
    }

    @Bean
    BlindIndexes blindIndexes(KeyStore keys) {
        return new BlindIndexes(keys);
    }

    @Bean
    Privacy privacy(KeyStore keys, BlindIndexes indexes) {
        return new Privacy(keys, indexes, Ticker.systemTicker());
    }

    @Bean
    Rewrapping rewrapping(KeyStore keys, MasterKeys masterKeys) {
        return new Rewrapping(keys, masterKeys);
    }

    @Bean
    KeyStoreHealth keyStoreHealthIndicator(KeyStoreConnection connection) {
        return new KeyStoreHealth(connection);
    }
}
