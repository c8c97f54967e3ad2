package io.bridgehead.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script `bridgehead` in a checkout of its own, on machines that lack something: their PATH has
/// what the script itself uses, and the tools that a test puts there.
class ScriptTest {

    private static final String GOOD_MAVEN = "Apache Maven 3.9.1";
    private static final String GOOD_NODE = "v22.1.0";

    @TempDir private Path path;
    @TempDir private Path parent;

    private Path checkout;

    @BeforeEach
    void layOut() throws IOException {
        checkout = Files.createDirectory(parent.resolve("with a space"));
        Files.copy(
                Workspace.find().root().resolve("bridgehead"),
                checkout.resolve("bridgehead"),
                StandardCopyOption.COPY_ATTRIBUTES);
        for (String name :
                List.of(
                        "awk",
                        "bash",
                        "cat",
                        "cp",
                        "df",
                        "dirname",
                        "find",
                        "grep",
                        "mkdir",
                        "mv",
                        "ps",
                        "readlink",
                        "rm",
                        "sed",
                        "tail",
                        "touch")) {
            script(name, "exec " + Tool.onPath(name).orElseThrow() + " \"$@\"");
        }
    }

    private void tool(String name, String says) throws IOException {
        script(name, "echo '" + says + "'");
    }

    private void script(String name, String body) throws IOException {
        Path file = Files.writeString(path.resolve(name), "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String run(String command, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(checkout.resolve("bridgehead").toString(), command)
                        .redirectErrorStream(true);
        builder.environment().put("PATH", path.toString());
        builder.environment().put("JAVA_HOME", JavaHome.path());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(1);
        return said;
    }

    @Test
    void aMissingJdkIsNamed() throws Exception {
        assertThat(run("test", Map.of("BRIDGEHEAD_JAVA_HOME", "/nowhere")))
                .isEqualTo("bridgehead: BRIDGEHEAD_JAVA_HOME is no JDK 25: /nowhere\n");
    }

    @Test
    void aMissingMavenIsNamed() throws Exception {
        tool("node", GOOD_NODE);

        assertThat(run("test", Map.of()))
                .isEqualTo(
                        "bridgehead: Maven is missing. Install Maven 3.8 or newer and put it on the PATH.\n");
    }

    @Test
    void anOldMavenIsNamed() throws Exception {
        tool("mvn", "Apache Maven 3.6.3");
        tool("node", GOOD_NODE);

        assertThat(run("test", Map.of()))
                .isEqualTo(
                        "bridgehead: Maven 3.8 or newer is needed, and the one on the PATH is 3.6.3.\n");
    }

    @Test
    void aMissingNodeIsNamed() throws Exception {
        tool("mvn", GOOD_MAVEN);

        assertThat(run("test", Map.of()))
                .isEqualTo(
                        "bridgehead: Node.js is missing. Install Node.js 20 or newer and put it on the PATH.\n");
    }

    @Test
    void anOldNodeIsNamed() throws Exception {
        tool("mvn", GOOD_MAVEN);
        tool("node", "v18.19.0");

        assertThat(run("test", Map.of()))
                .isEqualTo(
                        "bridgehead: Node.js 20 or newer is needed, and the one on the PATH is 18.19.0.\n");
    }

    @Test
    void aFullDiskIsNamed() throws Exception {
        tool("mvn", GOOD_MAVEN);
        tool("node", GOOD_NODE);
        tool(
                "df",
                "Filesystem 1024-blocks Used Available Capacity\n/dev/x 9000000 8990000 10240 99% /");

        assertThat(run("test", Map.of()))
                .startsWith("bridgehead: The disk is nearly full: 10 MB are free below ")
                .hasLineCount(1);
    }

    @Test
    void whereNothingWasStartedNothingIsBuiltToSaySo() throws Exception {
        assertThat(run("status", Map.of()))
                .isEqualTo(
                        "bridgehead: Nothing was ever started here. To begin: ./bridgehead demo\n");
    }

    @Test
    void aSecondBuildIsRefusedWhileTheFirstRuns() throws Exception {
        tool("mvn", GOOD_MAVEN);
        tool("node", GOOD_NODE);
        Process build = sleeping("bridgehead");
        try {
            lockedBy(build);

            assertThat(run("test", Map.of()))
                    .endsWith(
                            "bridgehead: Another build runs here, process %d. Wait for it, or end it.\n"
                                    .formatted(build.pid()));
        } finally {
            build.destroy();
        }
    }

    @Test
    void whoGotTheNumberOfAKilledBuildHoldsNoBuildUp() throws Exception {
        tool("mvn", GOOD_MAVEN);
        tool("node", GOOD_NODE);
        Process stranger = sleeping("stranger");
        try {
            lockedBy(stranger);

            assertThat(run("test", Map.of())).contains("0 passed").doesNotContain("Another build");
        } finally {
            stranger.destroy();
        }
    }

    private Process sleeping(String name) throws IOException {
        return new ProcessBuilder("bash", "-c", "sleep 60; exit 0", name).start();
    }

    private void lockedBy(Process process) throws IOException {
        Path lock = Files.createDirectories(checkout.resolve(".bridgehead/build.lock"));
        Files.writeString(lock.resolve("pid"), Long.toString(process.pid()));
    }
}
