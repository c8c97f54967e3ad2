package io.bridgehead.stack;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/// Lines with the seconds since the beginning in front.
public final class Progress {

    private final PrintStream out;
    private final Instant begun = Instant.now();

    public Progress(PrintStream out) {
        this.out = out;
    }

    public void say(String text) {
        out.printf("%4d s  %s%n", seconds(), text);
    }

    long seconds() {
        return Duration.between(begun, Instant.now()).toSeconds();
    }
}
