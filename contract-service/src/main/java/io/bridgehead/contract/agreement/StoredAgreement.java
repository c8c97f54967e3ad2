package io.bridgehead.contract.agreement;

import io.bridgehead.platform.documents.Versioned;
import java.time.Instant;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonValue;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A record exactly as MongoDB has it, whoever wrote it.
///
/// @param read what the service reads in it; null where it was edited so that it cannot be read any more
public record StoredAgreement(String id, @Nullable BsonValue stored, @Nullable Read read) {

    /// What was read, and what the public API shows of it.
    record Read(Versioned<Agreement> agreement, AgreementAnswer answer) {}

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static StoredAgreement of(BsonDocument document, Codec<Agreement> codec) {
        return new StoredAgreement(
                document.getString("_id").getValue(), document.get("state"), read(document, codec));
    }

    /// What someone else wrote can make the codec, the records that it fills, and the answer that is made
    /// of them, fail in any way.
    private static @Nullable Read read(BsonDocument document, Codec<Agreement> codec) {
        try {
            Agreement agreement =
                    codec.decode(
                            new BsonDocumentReader(document.getDocument("state")),
                            DecoderContext.builder().build());
            Versioned<Agreement> versioned =
                    new Versioned<>(
                            document.getString("_id").getValue(),
                            document.getInt64("version").getValue(),
                            agreement,
                            instant(document, "createdAt"),
                            instant(document, "updatedAt"));
            return new Read(versioned, AgreementAnswer.of(versioned));
        } catch (RuntimeException _) {
            return null;
        }
    }

    private static Instant instant(BsonDocument document, String name) {
        return Instant.ofEpochMilli(document.getDateTime(name).getValue());
    }

    public boolean isReadable() {
        return read != null;
    }

    /// @throws RecordUnreadable where it cannot be read any more
    Versioned<Agreement> agreement() {
        if (read == null) {
            throw new RecordUnreadable(id);
        }
        return read.agreement();
    }

    /// As JSON, in the form that the seal is put on: instants in ISO 8601, integers as they are. A value of
    /// a type that we never store is shown as `{"$DOUBLE": …}`, so that it equals nothing that was sealed.
    public JsonNode state() {
        return stored == null ? JSON.missingNode() : json(stored);
    }

    private static JsonNode json(BsonValue value) {
        return switch (value.getBsonType()) {
            case STRING -> JSON.stringNode(value.asString().getValue());
            case INT64 -> JSON.numberNode(value.asInt64().getValue());
            case DATE_TIME ->
                    JSON.stringNode(Instant.ofEpochMilli(value.asDateTime().getValue()).toString());
            case DOCUMENT -> {
                ObjectNode object = JSON.objectNode();
                value.asDocument().forEach((name, field) -> object.set(name, json(field)));
                yield object;
            }
            case ARRAY -> {
                ArrayNode array = JSON.arrayNode();
                value.asArray().forEach(item -> array.add(json(item)));
                yield array;
            }
            default -> foreign(value);
        };
    }

    private static JsonNode foreign(BsonValue value) {
        return JSON.objectNode().put("$" + value.getBsonType().name(), value.toString());
    }
}
