package io.bridgehead.platform.web;

/// The request's body has more bytes than are taken: 413 `too-large`.
final class TooLarge extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long most;

    /// @param most bytes
    TooLarge(long most) {
        super("a body of more than " + most + " bytes");
        this.most = most;
    }

    long most() {
        return most;
    }
}
