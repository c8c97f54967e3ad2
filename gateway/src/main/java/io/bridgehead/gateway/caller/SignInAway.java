package io.bridgehead.gateway.caller;

/// The issuer's keys could not be fetched, so nobody can say whether the token is good.
final class SignInAway extends Exception {

    private static final long serialVersionUID = 1;

    SignInAway(Throwable cause) {
        super(cause);
    }
}
