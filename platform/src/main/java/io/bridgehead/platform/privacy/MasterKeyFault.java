package io.bridgehead.platform.privacy;

/// The master key that the service was given cannot be used, or is not the one that the keys in the
/// store were wrapped by. The service does not start.
final class MasterKeyFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String remedy;

    MasterKeyFault(String fault, String remedy) {
        super(fault);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
