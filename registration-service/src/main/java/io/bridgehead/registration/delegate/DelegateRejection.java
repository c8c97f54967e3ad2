package io.bridgehead.registration.delegate;

/// Why something was refused that was asked of a delegate.
abstract sealed class DelegateRejection extends RuntimeException {

    private static final long serialVersionUID = 1;

    private DelegateRejection(String message) {
        super(message);
    }

    /// Only a registered delegate is approved or declined.
    static final class AlreadyDecided extends DelegateRejection {

        private static final long serialVersionUID = 1;

        private final Delegate.State state;

        AlreadyDecided(Delegate.State state) {
            super("the delegate is " + state);
            this.state = state;
        }

        Delegate.State state() {
            return state;
        }
    }

    /// Whoever was declined, has withdrawn or is forgotten cannot withdraw.
    static final class NotTakingPart extends DelegateRejection {

        private static final long serialVersionUID = 1;

        private final Delegate.State state;

        NotTakingPart(Delegate.State state) {
            super("the delegate is " + state);
            this.state = state;
        }

        Delegate.State state() {
            return state;
        }
    }

    static final class IsForgotten extends DelegateRejection {

        private static final long serialVersionUID = 1;

        IsForgotten() {
            super("the delegate is forgotten");
        }
    }

    /// The account is linked to no delegate.
    static final class NoDelegate extends DelegateRejection {

        private static final long serialVersionUID = 1;

        NoDelegate() {
            super("the account is no delegate's");
        }
    }
}
