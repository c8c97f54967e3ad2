package io.bridgehead.platform.documents;

/// Someone else changed the document after the caller had read it.
public final class StaleVersion extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final long expected;
    private final long actual;

    public StaleVersion(long expected, long actual) {
        super("expected version " + expected + " and found " + actual);
        this.expected = expected;
        this.actual = actual;
    }

    public long expected() {
        return expected;
    }

    public long actual() {
        return actual;
    }
}
