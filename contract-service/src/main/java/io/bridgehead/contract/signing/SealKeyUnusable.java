package io.bridgehead.contract.signing;

/// A key of the settings is missing, or is none. The service does not start.
final class SealKeyUnusable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String remedy;

    /// @param what in one line, without the key
    /// @param remedy what helps, in one line
    SealKeyUnusable(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
