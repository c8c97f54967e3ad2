package io.bridgehead.platform.privacy;

import org.bson.types.Binary;

/// A Tink keyset as it lies in the store.
///
/// @param masterKey the name of the master key that opens it
record WrappedKeyset(String masterKey, Binary keyset) {}
