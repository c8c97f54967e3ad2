package io.bridgehead.stack;

/// Something stands in the way that the person at the keyboard can mend. The message says what, in one
/// line, and what helps.
public final class StackException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StackException(String message) {
        super(message);
    }

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
