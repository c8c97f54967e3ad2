package io.bridgehead.contract.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The key that seals, and the public keys of all whose seals this service vouches for.
@Component
final class SealKeys {

    private static final String ED25519 = "Ed25519";

    /// What stands before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410).
    private static final int X509_PREFIX = 12;

    private static final String MAKE_ONE =
            "Make one: openssl genpkey -algorithm ed25519 -outform DER | base64 -w0";

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final PrivateKey sealing;
    private final String sealingId;
    private final Map<String, Key> keys = new LinkedHashMap<>();

    private record Key(SealKey published, PublicKey key) {}

    /// A public key as a JWK (RFC 8037).
    ///
    /// @param kid its thumbprint (RFC 7638)
    record SealKey(String kty, String crv, String x, String kid, String use, String alg) {}

    /// @throws SealKeyUnusable when a key is missing or none
    SealKeys(SealSettings settings) {
        this.sealing = privateKey(settings.key());
        this.sealingId = add(publicKeyOf(sealing));
        byte[] probe = {1};
        if (!verifies(sealingId, probe, sign(probe))) {
            throw new IllegalStateException("the public key is not the private key's");
        }
        settings.otherKeys().forEach(other -> add(publicKey(other)));
    }

    String sealingId() {
        return sealingId;
    }

    Collection<SealKey> published() {
        return keys.values().stream().map(Key::published).toList();
    }

    boolean knows(String keyId) {
        return keys.containsKey(keyId);
    }

    byte[] sign(byte[] message) {
        try {
            Signature ed25519 = Signature.getInstance(ED25519);
            ed25519.initSign(sealing);
            ed25519.update(message);
            return ed25519.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that signed at the start does not sign now", e);
        }
    }

    /// False also for a key that is not known.
    boolean verifies(String keyId, byte[] message, byte[] signature) {
        Key key = keys.get(keyId);
        if (key == null) {
            return false;
        }
        try {
            Signature ed25519 = Signature.getInstance(ED25519);
            ed25519.initVerify(key.key());
            ed25519.update(message);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private String add(PublicKey key) {
        byte[] encoded = key.getEncoded();
        String x = URL.encodeToString(Arrays.copyOfRange(encoded, X509_PREFIX, encoded.length));
        String id = thumbprint(x);
        keys.put(id, new Key(new SealKey("OKP", ED25519, x, id, "sig", "EdDSA"), key));
        return id;
    }

    private static String thumbprint(String x) {
        String members = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"%s\"}".formatted(x);
        try {
            return URL.encodeToString(
                    MessageDigest.getInstance("SHA-256")
                            .digest(members.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static PrivateKey privateKey(@Nullable String base64) {
        if (base64 == null || base64.isBlank()) {
            throw new SealKeyUnusable(
                    "BRIDGEHEAD_SEAL_KEY is not set: contract-service seals signed agreements with it.",
                    MAKE_ONE);
        }
        try {
            return KeyFactory.getInstance(ED25519)
                    .generatePrivate(new PKCS8EncodedKeySpec(decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            throw new SealKeyUnusable(
                    "BRIDGEHEAD_SEAL_KEY is not the base64 of an Ed25519 private key in PKCS#8.",
                    MAKE_ONE);
        }
    }

    private static PublicKey publicKey(String base64) {
        try {
            return KeyFactory.getInstance(ED25519)
                    .generatePublic(new X509EncodedKeySpec(decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            throw new SealKeyUnusable(
                    "bridgehead.contract.seal.other-keys has an entry that is not the base64 of an"
                            + " Ed25519 public key in X.509 form.",
                    "Take it from the private key: openssl pkey -inform DER -pubout -outform DER.");
        }
    }

    private static byte[] decode(String base64) {
        return Base64.getDecoder().decode(base64.strip());
    }

    /// The JDK has no way from an Ed25519 private key to its public key but to generate the pair once
    /// more from the same 32 bytes, the key's seed (RFC 8032, 5.1.5), which a key read from PKCS#8
    /// always shows. That it is the same pair is tried before anything is sealed with it.
    private static PublicKey publicKeyOf(PrivateKey key) {
        byte[] seed = ((EdECPrivateKey) key).getBytes().orElseThrow();
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ED25519);
            generator.initialize(NamedParameterSpec.ED25519, new Replay(seed));
            return generator.generateKeyPair().getPublic();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    /// Gives known bytes where random ones are asked for.
    private static final class Replay extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final byte[] seed;

        Replay(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
