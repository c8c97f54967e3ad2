package io.bridgehead.platform.web.idempotency;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.UpdateResult;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.Patience;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

/// Requests that are running or were answered, in the service's own database:
///
/// ```
/// { _id: command id, fingerprint, attempt, leaseUntil, expiresAt }    running, or to be run again
/// { _id, fingerprint, attempt, leaseUntil, expiresAt, answer }        answered; sealed
/// ```
///
/// A claim is the insertion of the document: one of many succeeds. A process that dies leaves its claim
/// behind; after the lease another request takes it over and runs the command again. The command's id
/// is the same, so what was done is found done.
final class Answers {

    private static final String FINGERPRINT = "fingerprint";
    private static final String ATTEMPT = "attempt";
    private static final String LEASE_UNTIL = "leaseUntil";
    private static final String EXPIRES_AT = "expiresAt";
    private static final String ANSWER = "answer";

    private final MongoCollection<Document> collection;
    private final IdempotencySettings settings;
    private final Patience patience;
    private final Clock clock;

    Answers(MongoDatabase database, IdempotencySettings settings, Patience patience, Clock clock) {
        this.collection = database.getCollection("answers");
        this.settings = settings;
        this.patience = patience;
        this.clock = clock;
    }

    void index() {
        collection.createIndex(
                Indexes.ascending(EXPIRES_AT),
                new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }

    /// How a request stands.
    sealed interface Standing {}

    /// It is this one's to run.
    ///
    /// @param attempt tells this run from others of the same command
    record Claimed(CommandId command, String attempt, Seal seal) implements Standing {}

    record Answered(Answer answer) implements Standing {}

    record Running() implements Standing {}

    /// The key was used for something else.
    record Reused() implements Standing {}

    Standing claim(CommandId command, byte[] fingerprint, Seal seal) {
        Claimed mine = new Claimed(command, CommandId.newId(), seal);
        Instant now = clock.instant();
        Document claim =
                new Document("_id", command.value())
                        .append(FINGERPRINT, new Binary(fingerprint))
                        .append(ATTEMPT, mine.attempt())
                        .append(LEASE_UNTIL, Date.from(now.plus(settings.lease())))
                        .append(EXPIRES_AT, Date.from(now.plus(settings.kept())));
        return patience.outlast(() -> {
            while (true) {
                if (inserted(claim)) {
                    return mine;
                }
                Document found = collection.find(eq("_id", command.value())).first();
                if (found != null) {
                    Standing standing = standing(found, mine, fingerprint);
                    if (!(standing instanceof Running) || !takenOver(found, mine)) {
                        return standing;
                    }
                    return mine;
                }
                // It expired between the two looks.
            }
        });
    }

    private boolean inserted(Document claim) {
        try {
            collection.insertOne(claim);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private static Standing standing(Document found, Claimed mine, byte[] fingerprint) {
        if (found.getString(ATTEMPT).equals(mine.attempt())) {
            // Ours all along: the answer to the insertion was lost.
            return mine;
        }
        if (!Arrays.equals(found.get(FINGERPRINT, Binary.class).getData(), fingerprint)) {
            return new Reused();
        }
        Binary sealed = found.get(ANSWER, Binary.class);
        return sealed == null ? new Running() : new Answered(opened(mine.seal(), sealed));
    }

    private boolean takenOver(Document found, Claimed mine) {
        Instant now = clock.instant();
        Bson abandoned =
                and(
                        eq("_id", mine.command().value()),
                        eq(ATTEMPT, found.getString(ATTEMPT)),
                        lt(LEASE_UNTIL, Date.from(now)),
                        exists(ANSWER, false));
        return collection
                        .updateOne(
                                abandoned,
                                Updates.combine(
                                        Updates.set(ATTEMPT, mine.attempt()),
                                        Updates.set(
                                                LEASE_UNTIL,
                                                Date.from(now.plus(settings.lease())))))
                        .getModifiedCount()
                == 1;
    }

    /// Keeps the answer, unless another run of the same command was taken for dead, was not, and has
    /// answered meanwhile.
    ///
    /// @return that other answer, to be given instead: every run of a command answers the same
    Optional<Answer> keep(Claimed claim, Answer answer) {
        Binary sealed =
                new Binary(claim.seal().close(Documents.EVENT_JSON.writeValueAsBytes(answer)));
        String id = claim.command().value();
        Date expiresAt = Date.from(clock.instant().plus(settings.kept()));
        return patience.outlast(() -> {
            UpdateResult update =
                    collection.updateOne(
                            and(eq("_id", id), exists(ANSWER, false)),
                            Updates.combine(
                                    Updates.set(ANSWER, sealed),
                                    Updates.set(EXPIRES_AT, expiresAt)));
            if (update.getModifiedCount() == 1) {
                return Optional.empty();
            }
            return Optional.ofNullable(collection.find(eq("_id", id)).first())
                    .map(kept -> opened(claim.seal(), kept.get(ANSWER, Binary.class)));
        });
    }

    /// Leaves the command to be run again by whoever comes again with the same; nobody else gets the
    /// key, since something may have been done under it.
    void release(Claimed claim) {
        collection.updateOne(
                and(
                        eq("_id", claim.command().value()),
                        eq(ATTEMPT, claim.attempt()),
                        exists(ANSWER, false)),
                Updates.set(LEASE_UNTIL, Date.from(Instant.EPOCH)));
    }

    private static Answer opened(Seal seal, Binary sealed) {
        return Documents.EVENT_JSON.readValue(seal.open(sealed.getData()), Answer.class);
    }
}
