package io.bridgehead.platform.identity;

/// The caller is known and may not do this. For a record that the caller must not even know of, answer
/// as if it were missing instead.
public final class NotAllowed extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// @param what in English, for the log and not for the caller
    public NotAllowed(String what) {
        super(what);
    }
}
