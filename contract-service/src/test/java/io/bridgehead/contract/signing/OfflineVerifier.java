package io.bridgehead.contract.signing;

import io.bridgehead.stack.Workspace;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Runs the script with which strangers verify an agreement.
public final class OfflineVerifier {

    private OfflineVerifier() {}

    /// @param status 0 for a record that is what was sealed
    public record Outcome(int status, String said) {}

    /// False where a tool that it stands on is not installed.
    public static boolean canRun() {
        return List.of("bash", "openssl", "jq", "sha256sum").stream()
                .allMatch(OfflineVerifier::isInstalled);
    }

    private static boolean isInstalled(String tool) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    /// @param folder where `agreement.json`, `document.txt` and `seal-keys.json` are
    public static Outcome run(Path folder) throws Exception {
        Path script = Workspace.find().root().resolve("docs/services/verify-agreement.sh");
        Process process =
                new ProcessBuilder(
                                "bash",
                                script.toString(),
                                "agreement.json",
                                "document.txt",
                                "seal-keys.json")
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), said.strip());
    }
}
