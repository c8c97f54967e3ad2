package io.bridgehead.platform.web.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.http.MediaType;

/// What the description of every service has: how to sign in, and what a problem looks like.
final class ApiDescription {

    static final String TOKEN = "token";
    static final String PROBLEM = "#/components/responses/Problem";

    private ApiDescription() {}

    static OpenAPI of(String service) {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Bridgehead: " + service)
                                .version("v1")
                                .description(
                                        "Every POST takes an Idempotency-Key, changes take If-Match,"
                                                + " lists go by cursor, errors are problem details"
                                                + " (RFC 9457) with a stable slug."))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        TOKEN,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .bearerFormat("JWT")
                                                .description(
                                                        "An access token of the realm bridgehead,"
                                                                + " for the audience bridgehead."))
                                .addSchemas("Problem", problem())
                                .addResponses(
                                        "Problem",
                                        new ApiResponse()
                                                .description("A problem; its slug says which")
                                                .content(problemContent())));
    }

    private static Content problemContent() {
        return new Content()
                .addMediaType(
                        MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        new io.swagger.v3.oas.models.media.MediaType()
                                .schema(new Schema<>().$ref("#/components/schemas/Problem")));
    }

    private static Schema<?> problem() {
        Schema<?> wrong =
                new ObjectSchema()
                        .addProperty("field", new StringSchema().example("quotas[0].places"))
                        .addProperty("code", new StringSchema().example("min"))
                        .addProperty("message", new StringSchema());
        ObjectSchema problem = new ObjectSchema();
        problem.setRequired(List.of("type", "title", "status", "slug", "traceId"));
        return problem.addProperty(
                        "type", new StringSchema().example("urn:bridgehead:problem:not-found"))
                .addProperty("title", new StringSchema().description("In the language asked for"))
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty(
                        "slug",
                        new StringSchema()
                                .description("Stable: tell problems apart by this")
                                .example("not-found"))
                .addProperty(
                        "traceId",
                        new StringSchema().description("To be given when asking for help"))
                .addProperty(
                        "errors",
                        new ArraySchema()
                                .items(wrong)
                                .description("With invalid-request: every field that is wrong"));
    }

    static void atTheReadersAddress(OpenAPI api) {
        api.setServers(List.of(new Server().url("/")));
    }
}
