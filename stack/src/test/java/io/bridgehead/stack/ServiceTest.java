package io.bridgehead.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceTest {

    private static final FileTime THE_BUILDS_OWN = FileTime.from(Instant.EPOCH);

    @TempDir private Path root;

    private Workspace workspace;

    @BeforeEach
    void workspace() {
        workspace = new Workspace(root);
    }

    private void build(String content) throws IOException {
        Path target = Files.createDirectories(root.resolve("gateway/target"));
        Path jar = target.resolve("gateway-" + Versions.of("bridgehead") + ".jar");
        Files.writeString(jar, content);
        Files.setLastModifiedTime(jar, THE_BUILDS_OWN);
    }

    private Path started() {
        Launch launch = Service.launch(workspace, "gateway", 1, Map.of(), workspace.log("gateway"));
        return Path.of(launch.command().getLast());
    }

    @Test
    void itRunsFromACopyThatALaterBuildLeavesAlone() throws IOException {
        build("one");
        Path running = started();

        build("two");

        assertThat(running).hasContent("one");
        assertThat(Service.outdated(workspace, "gateway")).isTrue();
    }

    @Test
    void theNextStartTakesTheNewBuildEvenWhereSizeAndTimeAreTheSame() throws IOException {
        build("one");
        started();
        build("two");

        assertThat(started()).hasContent("two");
        assertThat(Service.outdated(workspace, "gateway")).isFalse();
    }

    @Test
    void whatIsNotBuiltIsNamed() {
        assertThatThrownBy(this::started)
                .isInstanceOf(StackException.class)
                .hasMessageStartingWith("gateway is not built");
    }
}
