package io.bridgehead.platform.privacy;

/// The person's key was destroyed, and a new one is never made: nothing about this person can be
/// stored any more.
public final class PersonForgotten extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String person;

    PersonForgotten(String person) {
        super("the person " + person + " is forgotten");
        this.person = person;
    }

    public String person() {
        return person;
    }
}
