package io.bridgehead.platform.web.idempotency;

import io.bridgehead.platform.documents.CommandId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/// What is kept of a request can be opened by whoever sends the request again, and by nobody else: the
/// keys come from the caller's `Idempotency-Key`, which is stored nowhere. An answer may show personal
/// data; neither the database nor its backups do.
///
/// HKDF-SHA256 (RFC 5869) over the header's value, salted with the command's id; AES-256-GCM for the
/// answer, HMAC-SHA256 for the fingerprint of what was asked.
final class Seal {

    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey forAnswer;
    private final SecretKey forFingerprint;
    private final byte[] bound;

    Seal(CommandId command, String idempotencyKey) {
        this.bound = bytes(command.value());
        try {
            KDF hkdf = KDF.getInstance("HKDF-SHA256");
            HKDFParameterSpec.Extract secret =
                    HKDFParameterSpec.ofExtract()
                            .addIKM(bytes(idempotencyKey))
                            .addSalt(bound)
                            .extractOnly();
            SecretKey extracted = hkdf.deriveKey("Generic", secret);
            this.forAnswer =
                    hkdf.deriveKey(
                            "AES", HKDFParameterSpec.expandOnly(extracted, bytes("answer"), 32));
            this.forFingerprint =
                    hkdf.deriveKey(
                            "HmacSHA256",
                            HKDFParameterSpec.expandOnly(extracted, bytes("fingerprint"), 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK 25 has HKDF-SHA256", e);
        }
    }

    byte[] fingerprint(String query, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(forFingerprint);
            mac.update(bytes(query));
            // no query holds this byte, so that the border between the two is clear
            mac.update((byte) 0);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @return the initialisation vector, and behind it the ciphertext with its tag
    byte[] close(byte[] answer) {
        byte[] iv = new byte[IV_BYTES];
        RANDOM.nextBytes(iv);
        byte[] closed = apply(Cipher.ENCRYPT_MODE, iv, answer, 0);
        byte[] both = Arrays.copyOf(iv, IV_BYTES + closed.length);
        System.arraycopy(closed, 0, both, IV_BYTES, closed.length);
        return both;
    }

    byte[] open(byte[] closed) {
        return apply(Cipher.DECRYPT_MODE, Arrays.copyOf(closed, IV_BYTES), closed, IV_BYTES);
    }

    private byte[] apply(int mode, byte[] iv, byte[] text, int from) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, forAnswer, new GCMParameterSpec(TAG_BITS, iv));
            cipher.updateAAD(bound);
            return cipher.doFinal(text, from, text.length - from);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a kept answer does not open", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
