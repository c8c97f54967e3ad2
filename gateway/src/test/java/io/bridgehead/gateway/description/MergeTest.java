package io.bridgehead.gateway.description;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class MergeTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static JsonNode merged(String one, String two) {
        ObjectNode merged = JSON.createObjectNode();
        new Merge(
                        Map.of("one", JSON.readTree(one), "two", JSON.readTree(two)),
                        (service, path) -> path.startsWith("/api/v1/" + service))
                .into(merged);
        return merged;
    }

    private static String description(String service, String operation, String components) {
        return """
        {"paths": {"/api/v1/%s": {"get": {"operationId": "%s", "schema": {"$ref": "#/components/schemas/Page"}}}},
         "components": {%s},
         "tags": [{"name": "%s"}, {"name": "shared"}]}
        """
                .formatted(service, operation, components, service);
    }

    @Test
    void whatIsAlikeIsThereOnce() {
        String page = "\"schemas\": {\"Page\": {\"type\": \"object\"}}";

        JsonNode merged = merged(description("one", "a", page), description("two", "b", page));

        assertThat(merged.path("components").path("schemas").propertyNames())
                .containsExactly("Page");
        assertThat(reference(merged, "one")).isEqualTo("#/components/schemas/Page");
        assertThat(merged.path("tags")).hasSize(3);
    }

    @Test
    void whatDiffersUnderOneNameIsThereForEachService() {
        JsonNode merged =
                merged(
                        description("one", "a", "\"schemas\": {\"Page\": {\"type\": \"object\"}}"),
                        description("two", "b", "\"schemas\": {\"Page\": {\"type\": \"array\"}}"));

        JsonNode schemas = merged.path("components").path("schemas");
        assertThat(schemas.propertyNames()).containsExactly("one.Page", "two.Page");
        assertThat(schemas.path("one.Page").path("type").asString()).isEqualTo("object");
        assertThat(schemas.path("two.Page").path("type").asString()).isEqualTo("array");
        assertThat(reference(merged, "one")).isEqualTo("#/components/schemas/one.Page");
        assertThat(reference(merged, "two")).isEqualTo("#/components/schemas/two.Page");
    }

    @Test
    void whatReadsAlikeButPointsToWhatDiffersDiffersToo() {
        String components =
                """
                "schemas": {"Page": {"$ref": "#/components/schemas/Row"},
                            "Row": {"$ref": "#/components/schemas/Cell"},
                            "Cell": {"type": "%s"},
                            "Same": {"type": "string"}}
                """;

        JsonNode merged =
                merged(
                        description("one", "a", components.formatted("string")),
                        description("two", "b", components.formatted("number")));

        JsonNode schemas = merged.path("components").path("schemas");
        assertThat(schemas.propertyNames())
                .containsExactlyInAnyOrder(
                        "one.Page",
                        "two.Page",
                        "one.Row",
                        "two.Row",
                        "one.Cell",
                        "two.Cell",
                        "Same");
        assertThat(schemas.path("two.Row").path("$ref").asString())
                .isEqualTo("#/components/schemas/two.Cell");
    }

    @Test
    void anOperationIdOfTwoServicesIsEachOnesOwn() {
        JsonNode merged = merged(description("one", "list", ""), description("two", "list", ""));

        assertThat(operation(merged, "one").path("operationId").asString()).isEqualTo("one.list");
        assertThat(operation(merged, "two").path("operationId").asString()).isEqualTo("two.list");
    }

    @Test
    void aPathThatTheGatewayDoesNotTakeToTheServiceIsLeftOut() {
        JsonNode merged = merged(description("two", "a", ""), description("two", "b", ""));

        assertThat(merged.path("paths").propertyNames()).containsExactly("/api/v1/two");
        assertThat(operation(merged, "two").path("operationId").asString()).isEqualTo("b");
    }

    @Test
    void theWayToSignInKeepsItsNameForItIsPointedToByName() {
        String scheme = "\"securitySchemes\": {\"bearer\": {\"type\": \"%s\"}}";

        JsonNode merged =
                merged(
                        description("one", "a", scheme.formatted("http")),
                        description("two", "b", scheme.formatted("other")));

        assertThat(merged.path("components").path("securitySchemes").propertyNames())
                .containsExactly("bearer");
    }

    private static JsonNode operation(JsonNode merged, String service) {
        return merged.path("paths").path("/api/v1/" + service).path("get");
    }

    private static String reference(JsonNode merged, String service) {
        return operation(merged, service).path("schema").path("$ref").asString();
    }
}
