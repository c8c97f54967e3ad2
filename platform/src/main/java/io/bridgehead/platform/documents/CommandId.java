package io.bridgehead.platform.documents;

import com.fasterxml.uuid.Generators;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// The identity of one intention to change something. A command that is sent again carries the same
/// id and is found done; ids of what it creates are derived from it, so that a repetition after a
/// crash creates nothing twice.
///
/// @param value at most 200 characters, unique for the intention: made from the caller's idempotency
///     key, from the event that causes the command, or at random for a write that is safe to repeat
public record CommandId(String value) {

    private static final int LONGEST = 200;

    public CommandId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("a command id has 1 to 200 characters");
        }
    }

    /// For a write that needs no protection against repetition, such as one guarded by `If-Match`.
    public static CommandId random() {
        return new CommandId(newId());
    }

    /// The same parts give the same id, on every machine and for ever.
    public static CommandId derivedFrom(String... parts) {
        return new CommandId(nameBased(parts).toString());
    }

    /// The id of the `kind` of thing that this command creates: the same one however often it runs.
    public String idOf(String kind) {
        return nameBased(kind, value).toString();
    }

    /// A fresh id that sorts by its time of creation: UUID version 7 (RFC 9562).
    public static String newId() {
        return Generators.timeBasedEpochRandomGenerator().generate().toString();
    }

    /// UUID version 8 (RFC 9562) over the SHA-256 of the parts, each preceded by its length so that
    /// `("ab","c")` and `("a","bc")` differ.
    private static UUID nameBased(String... parts) {
        MessageDigest sha256 = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            sha256.update(bytes);
        }
        ByteBuffer hash = ByteBuffer.wrap(sha256.digest());
        long high = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L;
        long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
