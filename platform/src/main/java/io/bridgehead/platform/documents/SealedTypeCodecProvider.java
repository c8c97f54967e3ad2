package io.bridgehead.platform.documents;

import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonReader;
import org.bson.BsonString;
import org.bson.BsonWriter;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.bson.codecs.configuration.CodecProvider;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/// Stores a sealed interface's records with a field `_kind` that holds their [Kind]; the driver's own
/// codec stores the records themselves. The underscore keeps it apart from the records' own fields,
/// which may well have a `kind`.
final class SealedTypeCodecProvider implements CodecProvider {

    private static final String KIND = "_kind";

    @Override
    public <T> @Nullable Codec<T> get(Class<T> type, CodecRegistry registry) {
        return type.isInterface() && type.isSealed() ? new SealedTypeCodec<>(type, registry) : null;
    }

    @Override
    public <T> @Nullable Codec<T> get(
            Class<T> type, List<Type> typeArguments, CodecRegistry registry) {
        return get(type, registry);
    }

    private static final class SealedTypeCodec<T> implements Codec<T> {

        private final Class<T> type;
        private final CodecRegistry registry;
        private final Map<String, Class<?>> records = new HashMap<>();
        private final Map<Class<?>, String> kinds = new HashMap<>();

        SealedTypeCodec(Class<T> type, CodecRegistry registry) {
            this.type = type;
            this.registry = registry;
            collect(type);
        }

        private void collect(Class<?> sealed) {
            for (Class<?> permitted : sealed.getPermittedSubclasses()) {
                if (permitted.isSealed()) {
                    collect(permitted);
                    continue;
                }
                Kind kind = permitted.getAnnotation(Kind.class);
                if (kind == null) {
                    throw new CodecConfigurationException(
                            permitted + " needs a @Kind to be stored");
                }
                if (records.put(kind.value(), permitted) != null) {
                    throw new CodecConfigurationException(
                            "two records of " + type + " are stored as " + kind.value());
                }
                kinds.put(permitted, kind.value());
            }
        }

        @Override
        public void encode(BsonWriter writer, T value, EncoderContext context) {
            String kind = kinds.get(value.getClass());
            if (kind == null) {
                throw new CodecConfigurationException(value.getClass() + " is none of " + type);
            }
            BsonDocument document = new BsonDocument(KIND, new BsonString(kind));
            BsonDocument fields = new BsonDocument();
            encodeFields(fields, value, context);
            document.putAll(fields);
            new BsonDocumentCodec().encode(writer, document, context);
        }

        @SuppressWarnings("unchecked")
        private void encodeFields(BsonDocument into, T value, EncoderContext context) {
            Codec<T> codec = (Codec<T>) registry.get(value.getClass());
            codec.encode(new BsonDocumentWriter(into), value, context);
        }

        @Override
        public T decode(BsonReader reader, DecoderContext context) {
            BsonDocument document = new BsonDocumentCodec().decode(reader, context);
            BsonString kind = document.getString(KIND, new BsonString(""));
            Class<?> record = records.get(kind.getValue());
            if (record == null) {
                throw new BsonInvalidOperationException(
                        "no record of "
                                + type.getSimpleName()
                                + " is stored as '"
                                + kind.getValue()
                                + "'");
            }
            document.remove(KIND);
            return type.cast(
                    registry.get(record).decode(new BsonDocumentReader(document), context));
        }

        @Override
        public Class<T> getEncoderClass() {
            return type;
        }
    }
}
