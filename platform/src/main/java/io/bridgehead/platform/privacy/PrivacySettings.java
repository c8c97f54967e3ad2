package io.bridgehead.platform.privacy;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// @param masterKey see [MasterKeys#fromBase64]
/// @param keysUri the MongoDB that holds the keys; blank for the service's own
/// @param keysDatabase the database there, shared by all services
@Validated
@ConfigurationProperties("bridgehead.privacy")
record PrivacySettings(
        @DefaultValue("") String masterKey,
        @DefaultValue("") String keysUri,
        @NotBlank @DefaultValue("bridgehead-keys") String keysDatabase) {

    /// Without the master key and without the password that an address may hold.
    @Override
    public String toString() {
        return "PrivacySettings[keysDatabase=" + keysDatabase + "]";
    }
}
