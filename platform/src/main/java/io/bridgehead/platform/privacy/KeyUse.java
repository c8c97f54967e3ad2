package io.bridgehead.platform.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig2026;
import com.google.crypto.tink.prf.PrfSet;

/// What a key is for.
///
/// @param name is bound to the wrapped key: it opens for this use only, so that nobody can move it to
///     another person
/// @param <P> Tink's primitive
record KeyUse<P>(String name, Parameters parameters, Configuration tink, Class<P> primitive) {

    static final KeyUse<PrfSet> BLIND_INDEXES =
            new KeyUse<>(
                    "blind-indexes",
                    PredefinedPrfParameters.HMAC_SHA256_PRF,
                    PrfConfig2026.get(),
                    PrfSet.class);

    static KeyUse<Aead> ofPerson(String person) {
        return new KeyUse<>(
                "person " + person,
                PredefinedAeadParameters.AES256_GCM,
                AeadConfig2026.get(),
                Aead.class);
    }
}
