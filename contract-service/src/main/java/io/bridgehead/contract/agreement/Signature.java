package io.bridgehead.contract.agreement;

import java.time.Instant;

/// One party's signature, given by a signatory with a token of his own.
///
/// @param organisation the party's unified social credit code
/// @param signatory the token's subject: the realm's id of the account, and no name
/// @param documentDigest of the document that the signatory was shown
public record Signature(
        String organisation, String signatory, String documentDigest, Instant signedAt) {}
