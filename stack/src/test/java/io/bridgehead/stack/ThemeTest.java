package io.bridgehead.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The theme is a folder that any Keycloak can be given, so what it has in common with the web app is a
/// copy.
class ThemeTest {

    private static final Path ROOT = Workspace.find().root();

    @ParameterizedTest
    @CsvSource({
        "webapp/src/tokens.css, resources/css/tokens.css",
        "webapp/public/favicon.svg, resources/img/favicon.svg"
    })
    void whatItHasOfTheWebAppIsTheSameThere(String webapp, String theme) {
        Path copy = RealmFile.of(Workspace.find()).themes().resolve("bridgehead/login/" + theme);

        assertThat(copy)
                .as("run: cp %s %s", webapp, ROOT.relativize(copy))
                .hasSameBinaryContentAs(ROOT.resolve(webapp));
    }
}
