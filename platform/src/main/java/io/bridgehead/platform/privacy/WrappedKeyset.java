package io.bridgehead.platform.privacy;

import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.types.Binary;

/// A Tink keyset as it lies in the store.
///
/// @param masterKey the name of the master key that opens it
record WrappedKeyset(String masterKey, Binary keyset) {

    BsonDocument toBson() {
        return new BsonDocument("masterKey", new BsonString(masterKey))
                .append("keyset", new BsonBinary(keyset.getData()));
    }

    static WrappedKeyset fromBson(BsonDocument document) {
        return new WrappedKeyset(
                document.getString("masterKey").getValue(),
                new Binary(document.getBinary("keyset").getData()));
    }
}
