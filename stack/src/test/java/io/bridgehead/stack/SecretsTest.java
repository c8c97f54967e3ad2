package io.bridgehead.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    @TempDir private Path folder;

    private Workspace workspace() {
        return Workspace.find().at(folder);
    }

    @Test
    void theFileIsItsOwnersOnly() throws IOException {
        Secrets.of(workspace()).password("A_PASSWORD");

        Path secrets = workspace().secrets();
        assertThat(mode(secrets)).isEqualTo("rwx------");
        assertThat(mode(secrets.resolve("secrets.env"))).isEqualTo("rw-------");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void nothingIsMadeUntilItIsAskedFor() {
        Secrets.of(workspace());

        assertThat(workspace().secrets()).doesNotExist();
    }

    @Test
    void whatWasMadeOnceStays() {
        Secrets first = Secrets.of(workspace());
        String password = first.password("A_PASSWORD");
        String key = first.key("A_KEY");

        Secrets second = Secrets.of(workspace());

        assertThat(second.password("A_PASSWORD")).isEqualTo(password);
        assertThat(second.key("A_KEY")).isEqualTo(key);
        assertThat(second.password("ANOTHER_PASSWORD"))
                .matches("([a-z2-9]{5}-){3}[a-z2-9]{5}")
                .isNotEqualTo(password);
        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
    }

    @ParameterizedTest
    @ValueSource(strings = {"half-a-secret", "=half-a-secret", ""})
    void aLineThatIsNoneIsNamedAndNotShown(String line) throws IOException {
        Secrets.of(workspace()).password("A_PASSWORD");
        Path file = workspace().secrets().resolve("secrets.env");
        Files.writeString(file, line + "\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> Secrets.of(workspace()))
                .isInstanceOf(StackException.class)
                .hasMessage(file + ": line 2 is not NAME=value. Mend it by hand.");
    }

    @Test
    void theSigningKeyIsAnEd25519KeyInPkcs8() throws GeneralSecurityException {
        String key = Secrets.of(workspace()).signingKey("A_SEAL");

        PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key));
        assertThat(KeyFactory.getInstance("Ed25519").generatePrivate(encoded).getFormat())
                .isEqualTo("PKCS#8");
    }
}
