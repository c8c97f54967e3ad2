package io.bridgehead.platform.privacy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.bridgehead.platform.documents.Patience;
import org.jspecify.annotations.Nullable;

/// Leads to the database of the keys: a MongoDB of its own, which its own people keep and back up, or
/// where none is named the service's.
///
/// @param own is closed with the service; the service's own client is not ours to close
record KeyStoreConnection(MongoDatabase database, @Nullable MongoClient own)
        implements AutoCloseable {

    static KeyStoreConnection to(PrivacySettings settings, MongoClient services) {
        if (settings.keysUri().isBlank()) {
            return new KeyStoreConnection(services.getDatabase(settings.keysDatabase()), null);
        }
        ConnectionString address = new ConnectionString(settings.keysUri());
        MongoClientSettings.Builder client =
                MongoClientSettings.builder().applyConnectionString(address);
        Patience.limit(client, address);
        MongoClient own = MongoClients.create(client.build());
        return new KeyStoreConnection(own.getDatabase(settings.keysDatabase()), own);
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
