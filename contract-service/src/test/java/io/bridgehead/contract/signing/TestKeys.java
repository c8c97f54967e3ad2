package io.bridgehead.contract.signing;

import io.bridgehead.contract.agreement.Agreement.Seal;
import io.bridgehead.contract.agreement.Agreement.SealedParts;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/// Keys to seal with in tests.
public final class TestKeys {

    /// The example key of RFC 8037, appendix A, in PKCS#8 (RFC 8410): what it seals is the same in every
    /// run.
    public static final String RFC_8037 =
            "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g";

    private TestKeys() {}

    /// With the example key.
    public static Seal seal(String agreement, SealedParts parts) {
        return new Seals(sealingWith(RFC_8037)).seal(agreement, parts);
    }

    static SealKeys sealingWith(String key, String... others) {
        return new SealKeys(new SealSettings(key, List.of(others)));
    }

    static KeyPair fresh() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base64(Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }
}
