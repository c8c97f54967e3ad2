package io.bridgehead.contract.agreement;

/// One side of an agreement.
///
/// @param organisation unified social credit code (GB 32100)
/// @param delegate who met for it; an id, so that nothing personal stands in a record that is kept
public record Party(String city, String organisation, String organisationName, String delegate) {}
