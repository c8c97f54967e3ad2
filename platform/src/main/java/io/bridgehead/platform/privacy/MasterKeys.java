package io.bridgehead.platform.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import org.bson.types.Binary;

/// What wraps the keys of all persons. The first master key wraps; every one of them opens what it
/// wrapped, so that one can be replaced by another while the services run.
///
/// A key management service fits here as any [Aead] does: Tink's KMS clients give one, and a bean of
/// this type takes the place of the keys from the environment.
public final class MasterKeys {

    private static final int KEY_BYTES = 32;

    private static final String HOW_TO_MAKE_ONE =
            "Set BRIDGEHEAD_MASTER_KEY to 32 random bytes in base64, the same for all services: head"
                    + " -c 32 /dev/urandom | base64";

    private final SequencedMap<String, Aead> byName;

    /// @param byName at least one; the names are kept beside what each has wrapped, and must not
    ///     change
    public MasterKeys(SequencedMap<String, Aead> byName) {
        if (byName.isEmpty()) {
            throw new IllegalArgumentException("at least one master key");
        }
        this.byName = new LinkedHashMap<>(byName);
    }

    /// @param keys base64 of 32 bytes each, separated by commas, the wrapping one first
    /// @throws MasterKeyFault when one is missing or malformed
    public static MasterKeys fromBase64(String keys) {
        if (keys.isBlank()) {
            throw new MasterKeyFault("The master key is missing.", HOW_TO_MAKE_ONE);
        }
        SequencedMap<String, Aead> byName = new LinkedHashMap<>();
        for (String encoded : keys.split(",", -1)) {
            byte[] key = decode(encoded.strip());
            try {
                byName.put(nameOf(key), new AesGcmJce(key));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("AES-256-GCM is not to be had", e);
            }
        }
        return new MasterKeys(byName);
    }

    private static byte[] decode(String encoded) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(encoded);
        } catch (IllegalArgumentException e) {
            // without its cause, which would quote the key
            throw new MasterKeyFault("The master key is not base64.", HOW_TO_MAKE_ONE);
        }
        if (key.length != KEY_BYTES) {
            throw new MasterKeyFault(
                    "The master key has " + key.length + " bytes instead of 32.", HOW_TO_MAKE_ONE);
        }
        return key;
    }

    /// Tells one key from another and tells nothing about either: 32 bits of a hash of it.
    private static String nameOf(byte[] key) throws GeneralSecurityException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update("the name of a bridgehead master key".getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(sha256.digest(key), 0, 4);
    }

    /// The one that wraps.
    String first() {
        return byName.firstEntry().getKey();
    }

    Set<String> names() {
        return byName.keySet();
    }

    /// A new key.
    <P> WrappedKeyset make(KeyUse<P> use) {
        try {
            KeysetHandle keyset = KeysetHandle.generateNew(use.parameters(), use.tink());
            return wrap(
                    TinkProtoKeysetFormat.serializeKeyset(
                            keyset, InsecureSecretKeyAccess.get(), use.tink()),
                    use);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("master key " + first() + " does not wrap", e);
        }
    }

    /// @throws IllegalStateException when it was wrapped for another use, or by a master key that is
    ///     not given
    <P> P open(WrappedKeyset wrapped, KeyUse<P> use) {
        try {
            return TinkProtoKeysetFormat.parseKeyset(
                            unwrap(wrapped, use), InsecureSecretKeyAccess.get(), use.tink())
                    .getPrimitive(use.tink(), use.primitive());
        } catch (GeneralSecurityException e) {
            throw doesNotOpen(wrapped, use, e);
        }
    }

    /// The same key, wrapped by the first master key.
    WrappedKeyset rewrap(WrappedKeyset wrapped, KeyUse<?> use) {
        try {
            return wrap(unwrap(wrapped, use), use);
        } catch (GeneralSecurityException e) {
            throw doesNotOpen(wrapped, use, e);
        }
    }

    private WrappedKeyset wrap(byte[] keyset, KeyUse<?> use) throws GeneralSecurityException {
        Aead master = byName.firstEntry().getValue();
        return new WrappedKeyset(first(), new Binary(master.encrypt(keyset, bound(use))));
    }

    private byte[] unwrap(WrappedKeyset wrapped, KeyUse<?> use) throws GeneralSecurityException {
        Aead master = byName.get(wrapped.masterKey());
        if (master == null) {
            throw new GeneralSecurityException("that master key is not given");
        }
        return master.decrypt(wrapped.keyset().getData(), bound(use));
    }

    private static byte[] bound(KeyUse<?> use) {
        return use.name().getBytes(StandardCharsets.UTF_8);
    }

    private static IllegalStateException doesNotOpen(
            WrappedKeyset wrapped, KeyUse<?> use, GeneralSecurityException cause) {
        return new IllegalStateException(
                "the key of "
                        + use.name()
                        + " does not open with master key "
                        + wrapped.masterKey(),
                cause);
    }
}
