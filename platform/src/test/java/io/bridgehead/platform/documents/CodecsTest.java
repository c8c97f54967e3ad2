package io.bridgehead.platform.documents;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonInvalidOperationException;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CodecsTest {

    public enum Stage {
        @JsonProperty("preA")
        PRE_A,
        @JsonProperty("b")
        B
    }

    public enum Mode {
        FAST;

        @JsonValue
        public String wire() {
            return "veryFast";
        }
    }

    public enum Nameless {
        FIRST
    }

    public sealed interface Parcel {}

    @Kind("packed")
    public record Packed(Stage kind, List<Stage> stages, @Nullable Mode mode) implements Parcel {}

    public sealed interface Moving extends Parcel {}

    @Kind("rolling")
    public record Rolling(Parcel inside, Instant since) implements Moving {}

    @Kind("flying")
    public record Flying(int height) implements Moving {}

    public sealed interface Twins {}

    @Kind("twin")
    public record First() implements Twins {}

    @Kind("twin")
    public record Second() implements Twins {}

    public record Truck(Parcel load, List<Moving> escort) {}

    @Test
    void recordsOfASealedTypeAreStoredUnderTheirKindAndKeepAFieldOfThatName() {
        Parcel packed = new Packed(Stage.PRE_A, List.of(Stage.B, Stage.PRE_A), Mode.FAST);

        BsonDocument stored = encode(Parcel.class, packed);

        assertThat(stored)
                .isEqualTo(
                        BsonDocument.parse(
                                """
                                {"_kind": "packed", "kind": "preA", "stages": ["b", "preA"],
                                 "mode": "veryFast"}
                                """));
        assertThat(decode(Parcel.class, stored)).isEqualTo(packed);
    }

    @Test
    void sealedTypesNest() {
        Instant since = Instant.parse("2025-09-24T01:30:00.123Z");
        Truck truck =
                new Truck(
                        new Rolling(new Flying(3), since),
                        List.of(new Flying(1), new Rolling(new Flying(2), since)));

        BsonDocument stored = encode(Truck.class, truck);

        assertThat(stored.getDocument("load").getString("_kind").getValue()).isEqualTo("rolling");
        assertThat(decode(Truck.class, stored)).isEqualTo(truck);
    }

    @Test
    void whatIsAbsentIsLeftOutAndReadAsNull() {
        Parcel packed = new Packed(Stage.B, List.of(), null);

        BsonDocument stored = encode(Parcel.class, packed);

        assertThat(stored.containsKey("mode")).isFalse();
        assertThat(decode(Parcel.class, stored)).isEqualTo(packed);
    }

    @Test
    void aQueryNamesAConstantAsTheDocumentsDo() {
        assertThat(eq("kind", Stage.PRE_A).toBsonDocument(BsonDocument.class, Documents.CODECS))
                .isEqualTo(BsonDocument.parse("{\"kind\": \"preA\"}"));
    }

    @Test
    void whatNobodyNamedIsNotStored() {
        assertThatThrownBy(() -> WireNames.of(Nameless.FIRST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Nameless.FIRST has no @JsonProperty name");
    }

    @Test
    void aNameThatNoConstantHasIsRefused() {
        assertThat(WireNames.parse(Stage.class, "preA")).isEqualTo(Stage.PRE_A);
        assertThatThrownBy(() -> WireNames.parse(Stage.class, "PRE_A"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKindThatNobodyKnowsIsNamed() {
        assertThatThrownBy(
                        () -> decode(Parcel.class, BsonDocument.parse("{\"_kind\": \"swimming\"}")))
                .isInstanceOf(BsonInvalidOperationException.class)
                .hasMessageContaining("swimming");
    }

    @Test
    void twoRecordsOfOneKindAreRefused() {
        assertThatThrownBy(() -> Documents.CODECS.get(Twins.class))
                .isInstanceOf(CodecConfigurationException.class)
                .hasMessageContaining("stored as twin");
    }

    private static <T> BsonDocument encode(Class<T> type, T value) {
        BsonDocument document = new BsonDocument();
        Documents.CODECS
                .get(type)
                .encode(new BsonDocumentWriter(document), value, EncoderContext.builder().build());
        return document;
    }

    private static <T> T decode(Class<T> type, BsonDocument document) {
        return Documents.CODECS
                .get(type)
                .decode(new BsonDocumentReader(document), DecoderContext.builder().build());
    }
}
