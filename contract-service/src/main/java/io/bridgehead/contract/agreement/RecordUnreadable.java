package io.bridgehead.contract.agreement;

/// Someone edited the agreement's record in MongoDB so that it cannot be read any more.
final class RecordUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1;

    RecordUnreadable(String agreement) {
        super(agreement + " cannot be read any more");
    }
}
