package io.bridgehead.gateway.caller;

/// The token is not one that lets anybody in.
final class InvalidToken extends Exception {

    private static final long serialVersionUID = 1;

    InvalidToken(Throwable cause) {
        super(cause);
    }
}
