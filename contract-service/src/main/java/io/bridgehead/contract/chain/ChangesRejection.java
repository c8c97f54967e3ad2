package io.bridgehead.contract.chain;

/// Why nobody is told of changes now.
abstract sealed class ChangesRejection extends RuntimeException {

    private static final long serialVersionUID = 1;

    private ChangesRejection(String message) {
        super(message);
    }

    static final class TooManyListeners extends ChangesRejection {

        private static final long serialVersionUID = 1;

        TooManyListeners(int most) {
            super("this instance tells " + most + " listeners at most");
        }
    }

    /// The instance has not found its place in the topics yet, or is being stopped.
    static final class NotReading extends ChangesRejection {

        private static final long serialVersionUID = 1;

        NotReading() {
            super("changes are not read now");
        }
    }
}
