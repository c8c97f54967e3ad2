package io.bridgehead.stack.demo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import java.util.List;
import org.bson.Document;

/// Someone with the database's password, behind the application's back.
///
/// @param uri the database's connection string
public record SealedRecord(String uri) {

    private static final String TITLE = "state.title";

    /// Changes an agreement's title in its document, looks, and puts it back.
    void edited(String agreement, Runnable look) {
        try (MongoClient client = MongoClients.create(uri)) {
            MongoCollection<Document> agreements =
                    client.getDatabase("bridgehead-contract").getCollection("agreements");
            Document before = agreements.find(eq("_id", agreement)).first();
            if (before == null) {
                throw new BrokenLink("MongoDB has no agreement " + agreement);
            }
            String title = before.getEmbedded(List.of("state", "title"), String.class);
            agreements.updateOne(eq("_id", agreement), Updates.set(TITLE, title + "（改）"));
            try {
                look.run();
            } finally {
                agreements.updateOne(eq("_id", agreement), Updates.set(TITLE, title));
            }
        }
    }
}
