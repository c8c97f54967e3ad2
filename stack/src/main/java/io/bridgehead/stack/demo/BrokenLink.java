package io.bridgehead.stack.demo;

/// The chain does not hold. The message names the link.
public final class BrokenLink extends RuntimeException {

    private static final long serialVersionUID = 1;

    BrokenLink(String message) {
        super(message);
    }
}
