package io.bridgehead.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProblemMessagesTest {

    @TempDir Path modules;

    private final List<URL> classPath = new ArrayList<>();

    private void module(String chinese, String english) throws IOException {
        Path module = Files.createDirectories(modules.resolve("m" + classPath.size()));
        Path messages = Files.createDirectories(module.resolve("messages"));
        Files.writeString(messages.resolve("problems.properties"), chinese);
        Files.writeString(messages.resolve("problems_en.properties"), english);
        classPath.add(module.toUri().toURL());
    }

    private ProblemMessages load() throws IOException {
        try (URLClassLoader loader = new URLClassLoader(classPath.toArray(URL[]::new), null)) {
            return ProblemMessages.load(loader);
        }
    }

    @Test
    void everyModuleBringsItsOwn() throws IOException {
        module("full.title=名额已满（{0}）", "full.title=Full ({0})");
        module("late.title=已截止", "late.title=Too late");

        ProblemMessages messages = load();

        assertThat(messages.find("full.title", Locale.SIMPLIFIED_CHINESE, 12_000))
                .hasValue("名额已满（12000）");
        assertThat(messages.find("full.title", Locale.ENGLISH, 12_000)).hasValue("Full (12000)");
        assertThat(messages.find("late.title", Locale.FRENCH)).hasValue("已截止");
        assertThat(messages.find("none.title", Locale.ENGLISH)).isEmpty();
    }

    @Test
    void aTextInOneLanguageOnlyIsRefused() throws IOException {
        module("full.title=名额已满\nlate.title=已截止", "full.title=Full");

        assertThatThrownBy(this::load)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[late.title]");
    }

    @Test
    void twoModulesDoNotNameTheSameProblem() throws IOException {
        module("full.title=名额已满", "full.title=Full");
        module("full.title=满", "full.title=No room");

        assertThatThrownBy(this::load)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("full.title is there twice");
    }
}
