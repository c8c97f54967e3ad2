package io.bridgehead.contract.agreement;

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
/// @param state as JSON, in the form that the seal is put on: instants in ISO 8601, integers as they
///     are. A value of a type that we never store is shown as `{"$double": …}`, so that it equals
///     nothing that was sealed
/// @param readable whether the service itself can read it
public record StoredAgreement(String id, JsonNode state, boolean readable) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static StoredAgreement of(String id, @Nullable BsonValue state, Codec<Agreement> codec) {
        return new StoredAgreement(
                id,
                state == null ? JSON.missingNode() : json(state),
                state instanceof BsonDocument document && readable(document, codec));
    }

    /// What someone else wrote can make the codec and the records that it fills fail in any way.
    private static boolean readable(BsonDocument state, Codec<Agreement> codec) {
        try {
            var _ = codec.decode(new BsonDocumentReader(state), DecoderContext.builder().build());
            return true;
        } catch (RuntimeException _) {
            return false;
        }
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
