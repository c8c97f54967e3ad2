package io.bridgehead.platform.web;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import io.bridgehead.platform.privacy.PersonalText;
import io.bridgehead.platform.privacy.Privacy;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import org.bson.Document;

/// What operations work on, for as long as they work: a sheet of people's names is as personal as what
/// comes of it. Encrypted under a key of the operation's own, which is destroyed with it, and in
/// pieces, since a document has a bound:
///
/// ```
/// { _id: "<operation>/<piece>", operation, piece, person, ciphertext, storedAt }
/// ```
final class OperationInputs {

    private static final int PIECE = 512 * 1024;

    private final MongoCollection<Document> collection;
    private final Privacy privacy;
    private final Clock clock;

    OperationInputs(MongoDatabase database, Privacy privacy, Clock clock) {
        this.collection = database.getCollection("operationInputs");
        this.privacy = privacy;
        this.clock = clock;
    }

    void index() {
        collection.createIndex(Indexes.ascending("operation", "piece"));
        collection.createIndex(Indexes.ascending("storedAt"));
    }

    void keep(String operation, byte[] input) {
        int pieces = Math.max(1, Math.ceilDiv(input.length, PIECE));
        for (int piece = 0; piece < pieces; piece++) {
            byte[] bytes =
                    Arrays.copyOfRange(
                            input, piece * PIECE, Math.min(input.length, (piece + 1) * PIECE));
            PersonalText text =
                    privacy.protect(keyOf(operation), Base64.getEncoder().encodeToString(bytes));
            String id = operation + "/" + piece;
            collection.replaceOne(
                    eq("_id", id),
                    new Document("_id", id)
                            .append("operation", operation)
                            .append("piece", piece)
                            .append("person", text.person())
                            .append("ciphertext", text.ciphertext())
                            .append("storedAt", Date.from(clock.instant())),
                    new ReplaceOptions().upsert(true));
        }
    }

    byte[] get(String operation) {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        for (Document piece :
                collection.find(eq("operation", operation)).sort(Sorts.ascending("piece"))) {
            PersonalText text =
                    new PersonalText(piece.getString("person"), piece.getString("ciphertext"));
            String clear =
                    privacy.reveal(text)
                            .orElseThrow(() ->
                                    new IllegalStateException(
                                            "the input of " + operation + " was destroyed"));
            input.writeBytes(Base64.getDecoder().decode(clear));
        }
        return input.toByteArray();
    }

    void destroy(String operation) {
        privacy.forget(keyOf(operation));
        collection.deleteMany(eq("operation", operation));
    }

    /// Operations whose input has lain here for this long.
    Set<String> olderThan(Duration age) {
        return collection
                .distinct(
                        "operation",
                        lt("storedAt", Date.from(clock.instant().minus(age))),
                        String.class)
                .into(new HashSet<>());
    }

    private static String keyOf(String operation) {
        return "operation/" + operation;
    }
}
