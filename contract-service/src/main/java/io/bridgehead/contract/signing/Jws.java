package io.bridgehead.contract.signing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A compact JSON Web Signature (RFC 7515) with EdDSA (RFC 8037): its payload is in it, so that whoever
/// verifies it needs no canonical form of anything.
///
/// @param signed header and payload, as they are signed: their base64url forms with a dot between them
/// @param signature base64url
record Jws(String keyId, JsonNode payload, String signed, String signature) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    static String compact(byte[] payload, SealKeys keys) {
        byte[] header =
                CanonicalJson.write(
                        JSON.createObjectNode().put("alg", "EdDSA").put("kid", keys.sealingId()));
        String input = ENCODER.encodeToString(header) + "." + ENCODER.encodeToString(payload);
        return input + "." + ENCODER.encodeToString(keys.sign(ascii(input)));
    }

    /// @return nothing for what [#compact] does not write
    static Optional<Jws> parse(String compact) {
        String[] segments = compact.split("\\.", -1);
        if (segments.length != 3) {
            return Optional.empty();
        }
        try {
            JsonNode header = JSON.readTree(decode(segments[0]));
            if (!header.path("alg").asString("").equals("EdDSA")
                    || !header.path("kid").isString()) {
                return Optional.empty();
            }
            var _ = decode(segments[2]);
            return Optional.of(
                    new Jws(
                            header.path("kid").asString(),
                            JSON.readTree(decode(segments[1])),
                            segments[0] + "." + segments[1],
                            segments[2]));
        } catch (IllegalArgumentException | JacksonException _) {
            return Optional.empty();
        }
    }

    boolean verifiedBy(SealKeys keys) {
        return keys.verifies(keyId, ascii(signed), decode(signature));
    }

    /// The JDK's decoder overlooks bits at the end that stand for nothing: the same bytes would have
    /// several spellings, and an edited one would pass.
    private static byte[] decode(String segment) {
        byte[] bytes = DECODER.decode(segment);
        if (!ENCODER.encodeToString(bytes).equals(segment)) {
            throw new IllegalArgumentException("not the base64url of these bytes");
        }
        return bytes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
