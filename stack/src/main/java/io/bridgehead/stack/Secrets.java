package io.bridgehead.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Passwords and keys of this checkout's system: made when they are first asked for, kept in one file
/// that only its owner reads, and forgotten by `reset`.
final class Secrets {

    private static final String ALPHABET =
            "abcdefghijkmnpqrstuvwxyz23456789"; // none looks like another
    private static final int GROUPS = 4;
    private static final int GROUP = 5; // 20 letters of 32: 100 bits

    private static final String FILE = "secrets.env";

    private final Path folder;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, String> values;

    private Secrets(Path folder, Map<String, String> values) {
        this.folder = folder;
        this.values = values;
    }

    /// @throws StackException naming a line that someone has edited and that is none
    static Secrets of(Workspace workspace) {
        Path file = workspace.secrets().resolve(FILE);
        try {
            Map<String, String> values = new LinkedHashMap<>();
            if (Files.exists(file)) {
                int number = 0;
                for (String line : Files.readAllLines(file)) {
                    number++;
                    int equals = line.indexOf('=');
                    if (equals < 1) {
                        // without the line: it may be a part of a secret
                        throw new StackException(
                                "%s: line %d is not NAME=value. Mend it by hand."
                                        .formatted(file, number));
                    }
                    values.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
            return new Secrets(workspace.secrets(), values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// For a person to type, or for a program that asks for a password.
    String password(String name) {
        return get(name, this::newPassword);
    }

    /// 32 random bytes in base64.
    String key(String name) {
        return get(name, this::newKey);
    }

    /// An Ed25519 private key: PKCS #8 in base64.
    String signingKey(String name) {
        return get(name, Secrets::newSigningKey);
    }

    private synchronized String get(String name, Supplier<String> make) {
        String known = values.get(name);
        if (known != null) {
            return known;
        }
        String made = make.get();
        values.put(name, made);
        save();
        return made;
    }

    /// The file is never readable by others, not even for a moment, and never half written.
    private void save() {
        String text =
                values.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                        .collect(Collectors.joining());
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(
                        folder,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
            }
            Path fresh = folder.resolve(FILE + ".fresh");
            Files.deleteIfExists(fresh);
            Files.createFile(
                    fresh,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, text);
            Files.move(fresh, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String newPassword() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                password.append('-');
            }
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }

    private String newKey() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String newSigningKey() {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            KeyPairGenerator.getInstance("Ed25519")
                                    .generateKeyPair()
                                    .getPrivate()
                                    .getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
