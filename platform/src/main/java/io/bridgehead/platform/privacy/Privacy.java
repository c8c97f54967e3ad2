package io.bridgehead.platform.privacy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.google.crypto.tink.Aead;
import io.bridgehead.platform.privacy.KeyStore.Forgotten;
import io.bridgehead.platform.privacy.KeyStore.Held;
import io.bridgehead.platform.privacy.KeyStore.Holding;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Texts about a person, encrypted under a key of that person's own, and forgotten by destroying the
/// key: then they are unreadable in documents, events, logs and backups alike.
///
/// An instance keeps a key in memory for half a minute at most. So within a minute of [#forget] no
/// instance reads anything of the person any more; the instance that forgot does not from that moment.
public final class Privacy {

    private static final Logger log = LoggerFactory.getLogger(Privacy.class);

    static final Duration KEPT_IN_MEMORY = Duration.ofSeconds(30);

    private static final int MOST_IN_MEMORY = 10_000;

    private final KeyStore keys;
    private final BlindIndexes indexes;
    private final Cache<String, Holding> held;

    Privacy(KeyStore keys, BlindIndexes indexes, Ticker ticker) {
        this.keys = keys;
        this.indexes = indexes;
        this.held =
                Caffeine.newBuilder()
                        .expireAfterWrite(KEPT_IN_MEMORY)
                        .maximumSize(MOST_IN_MEMORY)
                        .ticker(ticker)
                        .build();
    }

    /// @param person the id of the person that the text is about; it is no secret
    /// @throws PersonForgotten when this person's key was destroyed; an instance that still has the key
    ///     in memory makes a text that nobody can read soon after
    public PersonalText protect(String person, String clear) {
        return switch (held.get(person, keys::obtain)) {
            case Forgotten() -> throw new PersonForgotten(person);
            case Held(Aead key) -> new PersonalText(person, encrypt(key, person, clear));
        };
    }

    /// @return empty once the person is forgotten
    /// @throws IllegalStateException when the text is another person's or was changed, or when the
    ///     store has never had a key of this person
    public Optional<String> reveal(PersonalText text) {
        return switch (held.get(text.person(), this::known)) {
            case Forgotten() -> Optional.empty();
            case Held(Aead key) -> Optional.of(decrypt(key, text));
        };
    }

    /// What people see of a text who may not see all of it. A text that was changed in the database, or
    /// whose key is lost, hides itself, and nothing that is shown beside it.
    ///
    /// @param masking one of [Masking]
    /// @return empty once the person is forgotten, and where the text does not open, which is logged
    public Optional<String> masked(PersonalText text, UnaryOperator<String> masking) {
        try {
            return reveal(text).map(masking);
        } catch (IllegalStateException unreadable) {
            log.error("not shown: {}", unreadable.getMessage());
            return Optional.empty();
        }
    }

    private Holding known(String person) {
        return keys.find(person)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "the key store has no key of "
                                        + person
                                        + " and does not know that it was destroyed"));
    }

    /// Destroys the person's key and the blind indexes that the person owns. Doing it again does no
    /// harm, and ends what was broken off.
    public void forget(String person) {
        keys.destroy(person);
        held.put(person, new Forgotten());
        indexes.destroy(person);
    }

    private static String encrypt(Aead key, String person, String clear) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(key.encrypt(bytes(clear), bytes(person)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String decrypt(Aead key, PersonalText text) {
        try {
            byte[] ciphertext = Base64.getUrlDecoder().decode(text.ciphertext());
            return new String(
                    key.decrypt(ciphertext, bytes(text.person())), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "a text does not open with the key of " + text.person(), e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
