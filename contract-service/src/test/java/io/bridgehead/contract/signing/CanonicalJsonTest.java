package io.bridgehead.contract.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class CanonicalJsonTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void namesAreSortedAndNothingIsEscapedThatNeedNotBe() {
        String json =
                """
                { "b": [ 3, -9007199254740991 ], "a": { "二": "a/b", "€": "\\u20ac\\u001f\\n\\u2028\\uD83E\\uDD1D\\u007f" } }
                """;

        assertThat(canonical(JSON.readTree(json)))
                .isEqualTo(
                        "{\"a\":{\"€\":\"€\\u001f\\n\u2028🤝\u007f\",\"二\":\"a/b\"},"
                                + "\"b\":[3,-9007199254740991]}");
    }

    /// Against the implementation of one of the RFC's authors.
    @Test
    void itIsWhatRfc8785Says() throws IOException {
        Random random = new Random(8785);
        for (int i = 0; i < 2_000; i++) {
            JsonNode json = anything(random, 3);
            assertThat(canonical(json))
                    .isEqualTo(new JsonCanonicalizer(json.toString()).getEncodedString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1e3", "9007199254740992", "null", "true", "[[0.1]]"})
    void whatNoRecordHoldsIsRefused(String json) {
        JsonNode record = JSON.createObjectNode().set("x", JSON.readTree(json));

        assertThatThrownBy(() -> CanonicalJson.write(record))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void halfASurrogatePairIsRefused() {
        JsonNode record = JSON.createObjectNode().put("x", "\ud83e");

        assertThatThrownBy(() -> CanonicalJson.write(record))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String canonical(JsonNode json) {
        return new String(CanonicalJson.write(json), StandardCharsets.UTF_8);
    }

    /// An object of objects, arrays, integers and texts with characters of every length and kind.
    private static ObjectNode anything(Random random, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = random.nextInt(5); i >= 0; i--) {
            switch (random.nextInt(depth > 0 ? 4 : 2)) {
                case 0 -> object.put(text(random), text(random));
                case 1 -> object.put(text(random), random.nextLong() >> (11 + random.nextInt(50)));
                case 2 -> object.set(text(random), anything(random, depth - 1));
                default ->
                        object.putArray(text(random))
                                .add(text(random))
                                .add(anything(random, depth - 1));
            }
        }
        return object;
    }

    private static String text(Random random) {
        int[] kinds = {0x20, 0x7f, 0x80, 0x800, 0x3000, 0xffff, 0x1f600};
        return random.ints(random.nextInt(6), 0, kinds.length)
                .map(kind -> random.nextInt(kinds[kind] + 1))
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
