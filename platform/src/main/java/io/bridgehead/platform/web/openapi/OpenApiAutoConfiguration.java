package io.bridgehead.platform.web.openapi;

import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.web.IfMatch;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;

/// Teaches springdoc the platform's own parameters and answers.
@AutoConfiguration
@ConditionalOnProperty(name = "springdoc.api-docs.enabled", matchIfMissing = true)
class OpenApiAutoConfiguration {

    private static final Set<String> ANY_TYPE =
            new LinkedHashSet<>(List.of("object", "array", "string", "number", "boolean"));

    static {
        // None of these is a query parameter, which springdoc would take them for.
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        Caller.class, CommandId.class, IfMatch.class, PageQuery.class)
                .addResponseTypeToIgnore(SseEmitter.class);
        // Else it would be described by the getters of Jackson's class; without types, as an
        // object.
        SpringDocUtils.getConfig()
                .replaceWithSchema(
                        JsonNode.class,
                        new JsonSchema().types(ANY_TYPE).description("any JSON value"));
    }

    @Bean
    OpenAPI describedApi(@Value("${spring.application.name:}") String service) {
        return ApiDescription.of(service);
    }

    /// The first to be asked for is the last in springdoc's chain, where the others expect it.
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ModelResolver recordSchemas(ObjectMapperProvider mappers) {
        return new RecordSchemas(mappers.jsonMapper()).openapi31(mappers.isOpenapi31());
    }

    @Bean
    GlobalOperationCustomizer describedOperations() {
        return new OperationDescription();
    }

    /// After springdoc's own, which names the address that it was asked under.
    @Bean
    GlobalOpenApiCustomizer addressedAsTheReaderFoundIt() {
        return ApiDescription::atTheReadersAddress;
    }
}
