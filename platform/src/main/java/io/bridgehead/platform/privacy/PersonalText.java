package io.bridgehead.platform.privacy;

/// A text about a person, readable only with that person's key: so it is stored, so it is sent in
/// events, so it lies in backups. [Privacy] makes it and reads it.
///
/// @param person whose key it is encrypted under
/// @param ciphertext base64 (RFC 4648, URL-safe, unpadded) of Tink's AES-256-GCM output; bound to the
///     person, so that it cannot be passed off as someone else's
public record PersonalText(String person, String ciphertext) {

    /// Shows nothing: what is printed ends up in logs, and logs are not forgotten.
    @Override
    public String toString() {
        return "PersonalText[hidden]";
    }
}
