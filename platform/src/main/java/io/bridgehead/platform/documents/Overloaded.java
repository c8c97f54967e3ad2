package io.bridgehead.platform.documents;

/// The document cannot take the write now: too many events wait in it, or too many writers want it.
/// Nothing was written; the same command may come again later.
public final class Overloaded extends RuntimeException {

    private static final long serialVersionUID = 1;

    Overloaded(String message) {
        super(message);
    }
}
