package io.bridgehead.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What `docker-compose.yml` asks for, what `./bridgehead env` gives, and what the realm needs are the
/// same.
class ComposeTest {

    private static final Path ROOT = Workspace.find().root();

    @Test
    void everyPasswordThatComposeAsksForIsMadeAndNoOther() throws Exception {
        assertThat(variables("\\$\\{([A-Z_]+):\\?}")).isEqualTo(made());
    }

    @Test
    void keycloakGetsAllThatTheRealmHasPlaceholdersFor() throws IOException {
        assertThat(variables("(?m)^ {6}([A-Z_]+): \\$\\{\\1:\\?}$"))
                .containsAll(RealmFile.of(Workspace.find()).secrets());
    }

    @Test
    void keycloakGetsTheThemeThatTheRealmNames() throws IOException {
        String theme = "keycloak/themes/bridgehead";

        assertThat(ROOT.resolve("stack").resolve(theme)).isDirectory();
        assertThat(compose()).contains("- ./stack/" + theme + ":/opt/" + theme + ":ro");
    }

    @Test
    void theVersionsAreTheOnesThatStackRuns() throws IOException {
        assertThat(compose())
                .contains("image: apache/kafka:" + Versions.of("kafka"))
                .contains("image: quay.io/keycloak/keycloak:" + Versions.of("keycloak"));
    }

    private static Set<String> variables(String pattern) throws IOException {
        Set<String> names = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(compose());
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static Set<String> made() throws IOException, InterruptedException {
        Process script = new ProcessBuilder(ROOT.resolve("bridgehead").toString(), "env").start();
        String lines = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor()).isZero();
        assertThat(lines.lines()).allMatch(line -> line.matches("[A-Z_]+=[A-Za-z0-9+/=]{32,}"));
        return lines.lines()
                .map(line -> line.substring(0, line.indexOf('=')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String compose() throws IOException {
        return Files.readString(ROOT.resolve("docker-compose.yml"));
    }
}
