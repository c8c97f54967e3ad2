package io.bridgehead.contract.signing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param key the private key that seals, Ed25519, base64 of its PKCS#8 form
/// @param otherKeys public keys that verify and do not seal: those that sealed before, and during a
///     change of keys the next one; Ed25519, base64 of their X.509 form (SubjectPublicKeyInfo)
@ConfigurationProperties("bridgehead.contract.seal")
record SealSettings(@Nullable String key, @DefaultValue List<String> otherKeys) {

    SealSettings {
        otherKeys = List.copyOf(otherKeys);
    }

    /// Shows no key: what is printed ends up in logs.
    @Override
    public String toString() {
        return "SealSettings[hidden]";
    }
}
