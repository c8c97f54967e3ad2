package io.bridgehead.contract.signing;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/// JSON in the canonical form of RFC 8785, for what our records are made of: objects, arrays, strings
/// and integers of at most 53 bits. Left out are the numbers that are hard to write canonically; a
/// record with one of them is refused.
final class CanonicalJson {

    private static final long MOST = (1L << 53) - 1;

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
                    .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                    .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
                    .build();

    private CanonicalJson() {}

    /// @throws IllegalArgumentException when it holds anything else
    static byte[] write(JsonNode json) {
        requireSimple(json);
        return MAPPER.writeValueAsBytes(json);
    }

    private static void requireSimple(JsonNode json) {
        if (json.isObject() || json.isArray()) {
            json.values().forEach(CanonicalJson::requireSimple);
        } else if (!isUnicode(json) && !isExactInteger(json)) {
            throw new IllegalArgumentException("no part of a record: " + json.getNodeType());
        }
    }

    /// Half of a surrogate pair is none, and has no UTF-8.
    private static boolean isUnicode(JsonNode json) {
        return json.isString() && StandardCharsets.UTF_8.newEncoder().canEncode(json.asString());
    }

    private static boolean isExactInteger(JsonNode json) {
        return json.isIntegralNumber()
                && json.canConvertToLong()
                && Math.abs(json.asLong()) <= MOST;
    }
}
