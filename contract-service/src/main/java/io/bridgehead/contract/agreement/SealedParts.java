package io.bridgehead.contract.agreement;

import java.util.List;

/// All of a record that the seal is put on, part by part, under the names that the parts have in the
/// seal, in the public API and in the document in MongoDB alike.
public record SealedParts(
        Origin origin,
        String title,
        Terms terms,
        List<Party> parties,
        String document,
        List<Signature> signatures) {}
