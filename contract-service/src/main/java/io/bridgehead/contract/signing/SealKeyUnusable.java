package io.bridgehead.contract.signing;

/// The service has no key to seal with, or one that is none. It does not start.
final class SealKeyUnusable extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// @param what in one line, without the key
    SealKeyUnusable(String what) {
        super(what);
    }
}
