package io.bridgehead.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
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

    private Stream<JsonNode> operations() {
        return merged.path("paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .filter(operation -> operation.has("responses"));
    }
}
