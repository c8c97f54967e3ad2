package io.bridgehead.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/// The versions of the parts, as the root pom pins them.
final class Versions {

    private Versions() {}

    static String of(String part) {
        try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
            Properties properties = new Properties();
            properties.load(Objects.requireNonNull(in, "versions.properties is missing"));
            return Objects.requireNonNull(properties.getProperty(part), part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
