package io.bridgehead.platform.documents;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;

/// A service's database and the door to it.
@AutoConfiguration(after = MongoAutoConfiguration.class)
@EnableConfigurationProperties(DocumentSettings.class)
class DocumentsAutoConfiguration {

    /// MongoDB keeps instants to the millisecond: what is written and what is read back are equal.
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }

    @Bean
    MongoClientSettingsBuilderCustomizer patienceWithTheDatabase(MongoConnectionDetails mongo) {
        return client -> Patience.limit(client, mongo.getConnectionString());
    }

    @Bean
    Documents documents(
            MongoClient client,
            DocumentSettings settings,
            Clock clock,
            Supplier<@Nullable String> currentTraceparent,
            Consumer<Unsent> outbox) {
        return new Documents(
                client.getDatabase(settings.database()),
                settings,
                clock,
                currentTraceparent,
                outbox);
    }

    /// The service's own database, with the codecs and the guarantees that every write of ours has.
    @Bean
    MongoDatabase mongoDatabase(Documents documents) {
        return documents.database();
    }
}
