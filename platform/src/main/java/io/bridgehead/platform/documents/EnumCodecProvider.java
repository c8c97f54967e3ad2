package io.bridgehead.platform.documents;

import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecProvider;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/// Stores an enum's constants by their [WireNames].
final class EnumCodecProvider implements CodecProvider {

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public <T> @Nullable Codec<T> get(Class<T> type, CodecRegistry registry) {
        return type.isEnum() ? new EnumCodec(type) : null;
    }

    private record EnumCodec<E extends Enum<E>>(Class<E> type) implements Codec<E> {

        @Override
        public void encode(BsonWriter writer, E value, EncoderContext context) {
            writer.writeString(WireNames.of(value));
        }

        @Override
        public E decode(BsonReader reader, DecoderContext context) {
            return WireNames.parse(type, reader.readString());
        }

        @Override
        public Class<E> getEncoderClass() {
            return type;
        }
    }
}
