package io.bridgehead.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.bridgehead.stack.Workspace;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The one OpenAPI document that the gateway makes of the services' own.
class DescriptionTest {

    private final JsonNode merged = merged();

    private static JsonNode merged() {
        HttpResponse<String> answer = RunningSystem.get().call("GET", "/openapi.json", null, "");
        assertThat(answer.statusCode()).isEqualTo(200);
        return RunningSystem.json(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cities", "industries", "editions", "organisations", "delegations", "imports",
                "delegates", "projects", "funds", "pilot-bases", "suggestions", "timetables",
                "meetings", "agreements", "seal-keys", "chains", "services"
            })
    void everyResourceIsDescribed(String resource) {
        assertThat(merged.path("x-left-out")).isEmpty();
        assertThat(merged.path("paths").propertyNames())
                .anyMatch(path -> (path + "/").startsWith("/api/v1/" + resource + "/"));
    }

    @Test
    void whatIsPointedToIsThere() {
        List<String> pointers = merged.findValuesAsString("$ref");

        assertThat(pointers)
                .isNotEmpty()
                .allSatisfy(pointer -> {
                    assertThat(pointer).startsWith("#/");
                    assertThat(merged.at(pointer.substring(1)).isObject()).as(pointer).isTrue();
                });
        assertThat(operations().flatMap(operation -> operation.path("security").valueStream()))
                .isNotEmpty()
                .allSatisfy(scheme ->
                        assertThat(
                                        merged.path("components")
                                                .path("securitySchemes")
                                                .propertyNames())
                                .containsAll(scheme.propertyNames()));
    }

    @Test
    void everyOperationHasAnIdOfItsOwnAndAnAnswer() {
        List<String> ids = new ArrayList<>();
        operations()
                .forEach(operation -> {
                    ids.add(operation.path("operationId").asString());
                    assertThat(operation.path("responses").size()).isPositive();
                });

        assertThat(ids).isNotEmpty().doesNotContain("").doesNotHaveDuplicates();
    }

    /// The web app's types are generated from a copy.
    @Test
    void theWebAppIsBuiltFromIt() throws IOException {
        Path copy = Workspace.find().root().resolve("webapp/openapi.json");

        assertThat(RunningSystem.json(Files.readString(copy)))
                .as("with the system running: npm run --prefix webapp describe")
                .isEqualTo(merged);
    }

    @Test
    void whatMakesSomethingSaysSo() {
        JsonNode paths = merged.path("paths");
        List<String> making =
                paths.propertyNames().stream()
                        .filter(path -> path.matches("/api/v1/[a-z-]+"))
                        .filter(path -> paths.path(path).has("post"))
                        .toList();

        assertThat(making)
                .contains("/api/v1/editions", "/api/v1/meetings")
                .allSatisfy(path ->
                        assertThat(paths.path(path).path("post").path("responses").propertyNames())
                                .contains("201")
                                .doesNotContain("200"));
    }

    private Stream<JsonNode> operations() {
        return merged.path("paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .filter(operation -> operation.has("responses"));
    }
}
