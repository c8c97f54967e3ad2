package io.bridgehead.stack;

import java.nio.file.Path;

/// The Java that runs this, which also runs every Java part.
final class JavaHome {

    private JavaHome() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static String path() {
        return System.getProperty("java.home");
    }
}
