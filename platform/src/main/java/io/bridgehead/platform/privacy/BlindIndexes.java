package io.bridgehead.platform.privacy;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.google.crypto.tink.prf.PrfSet;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.bson.BsonDocument;

/// Finds a person by a value that is stored nowhere, such as a phone number, and lets a value belong
/// to one person only. Kept is an HMAC of the value under a key of the store:
///
/// ```
/// claims  { _id: hmac, owner: person }
/// ```
///
/// An HMAC equals only that of the very same text: callers bring a value into one form first.
public final class BlindIndexes {

    private static final String OWNER = "owner";
    private static final int HMAC_BYTES = 32;

    private final KeyStore keys;
    private final MongoCollection<BsonDocument> claims;
    private final PrfSet hmac;

    BlindIndexes(KeyStore keys) {
        this.keys = keys;
        this.claims = keys.database().getCollection("claims", BsonDocument.class);
        this.hmac = keys.blindIndexKey();
        claims.createIndex(Indexes.ascending(OWNER));
    }

    /// Makes the value the owner's, unless someone has claimed it before.
    ///
    /// @param scope within which a value is one person's: the same value in another scope is another
    /// @return whose it is now: this owner's, or that of who claimed it before
    /// @throws PersonForgotten when the owner's key was destroyed
    public String claim(String scope, String value, String owner) {
        String id = idOf(scope, value);
        while (true) {
            String holder = holderOf(id, owner);
            // Looked up after the claim was written: either this sees the tombstone, or who is
            // forgetting the holder has yet to delete claims and finds this one.
            if (!keys.isForgotten(holder)) {
                return holder;
            }
            keys.patience().outlast(() -> claims.deleteOne(and(eq("_id", id), eq(OWNER, holder))));
            if (holder.equals(owner)) {
                throw new PersonForgotten(owner);
            }
        }
    }

    /// Whose the value is.
    public Optional<String> owner(String scope, String value) {
        return Optional.ofNullable(claims.find(eq("_id", idOf(scope, value))).first())
                .map(BlindIndexes::ownerOf)
                .filter(owner -> !keys.isForgotten(owner));
    }

    private String holderOf(String id, String claimant) {
        return ownerOf(
                keys.patience()
                        .outlast(() ->
                                Objects.requireNonNull(
                                        claims.findOneAndUpdate(
                                                eq("_id", id),
                                                Updates.setOnInsert(OWNER, claimant),
                                                new FindOneAndUpdateOptions()
                                                        .upsert(true)
                                                        .returnDocument(ReturnDocument.AFTER)))));
    }

    private static String ownerOf(BsonDocument claim) {
        return claim.getString(OWNER).getValue();
    }

    void destroy(String owner) {
        keys.patience().outlast(() -> claims.deleteMany(eq(OWNER, owner)));
    }

    /// The scope's length goes first, so that `("ab","c")` and `("a","bc")` differ.
    private String idOf(String scope, String value) {
        byte[] first = scope.getBytes(StandardCharsets.UTF_8);
        byte[] second = value.getBytes(StandardCharsets.UTF_8);
        byte[] both =
                ByteBuffer.allocate(Integer.BYTES + first.length + second.length)
                        .putInt(first.length)
                        .put(first)
                        .put(second)
                        .array();
        try {
            return HexFormat.of().formatHex(hmac.computePrimary(both, HMAC_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
