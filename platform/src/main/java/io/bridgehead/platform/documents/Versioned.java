package io.bridgehead.platform.documents;

import java.time.Instant;

/// An aggregate as it stands in its document.
///
/// @param version counts the writes, from 1; a person's `ETag`
public record Versioned<S>(
        String id, long version, S state, Instant createdAt, Instant updatedAt) {}
