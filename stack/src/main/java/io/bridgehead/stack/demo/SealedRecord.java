package io.bridgehead.stack.demo;

import static com.mongodb.client.model.Aggregates.set;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Field;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/// Someone with the database's password, behind the application's back.
///
/// @param uri the database's connection string
public record SealedRecord(String uri) {

    private static final String TITLE = "state.title";
    private static final String EDIT = "（改）";

    /// Changes an agreement's title in its document, looks, and puts it back.
    void edited(String agreement, Runnable look) {
        try (MongoClient client = MongoClients.create(uri)) {
            Bson edit = title(new Document("$concat", List.of("$" + TITLE, EDIT)));
            if (agreements(client).updateOne(eq("_id", agreement), List.of(edit)).getMatchedCount()
                    == 0) {
                throw new BrokenLink("MongoDB has no agreement " + agreement);
            }
            try {
                look.run();
            } finally {
                putBack(client);
            }
        }
    }

    /// Puts back what a run that was ended while it looked has left edited.
    void putBack() {
        try (MongoClient client = MongoClients.create(uri)) {
            putBack(client);
        }
    }

    private static void putBack(MongoClient client) {
        Document cut =
                new Document("input", "$" + TITLE).append("find", EDIT).append("replacement", "");
        agreements(client)
                .updateMany(
                        regex(TITLE, EDIT + "$"), List.of(title(new Document("$replaceAll", cut))));
    }

    private static Bson title(Document expression) {
        return set(new Field<>(TITLE, expression));
    }

    private static MongoCollection<Document> agreements(MongoClient client) {
        return client.getDatabase("bridgehead-contract").getCollection("agreements");
    }
}
