package io.bridgehead.contract.agreement;

/// The service's own signature over a record that all parties have signed.
///
/// @param keyId RFC 7638 thumbprint of the key
/// @param jws compact JWS (RFC 7515), EdDSA over Ed25519; its payload names the record and has a digest
///     of each of its parts
public record Seal(String keyId, String jws) {}
