package io.bridgehead.platform.events.operator;

/// Why an operator is not obeyed.
abstract sealed class OperatorRejection extends RuntimeException {

    private static final long serialVersionUID = 1;

    private OperatorRejection(String message) {
        super(message);
    }

    static final class Unreadable extends OperatorRejection {

        private static final long serialVersionUID = 1;

        Unreadable(String id) {
            super(id + " is no event of ours");
        }
    }

    static final class RebuildRunning extends OperatorRejection {

        private static final long serialVersionUID = 1;

        RebuildRunning(String subscription) {
            super("a rebuild of " + subscription + " is running");
        }
    }

    static final class NoRebuildRunning extends OperatorRejection {

        private static final long serialVersionUID = 1;

        NoRebuildRunning(String subscription) {
            super("no rebuild of " + subscription + " is running");
        }
    }
}
