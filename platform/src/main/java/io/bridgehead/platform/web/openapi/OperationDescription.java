package io.bridgehead.platform.web.openapi;

import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.identity.MayCall;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.identity.SignedInMayCall;
import io.bridgehead.platform.web.IfMatch;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// What one endpoint has from the platform: who may call it, its headers, its page, its problems.
final class OperationDescription implements GlobalOperationCustomizer {

    private static final String CALLERS = "x-callers";

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        operation.setOperationId(id(method));
        describeCallers(operation, method);
        if (isPost(method)) {
            operation.addParametersItem(idempotencyKey());
            refused(operation, "409", "422");
        }
        if (takes(method, IfMatch.class)) {
            operation.addParametersItem(ifMatch());
            refused(operation, "412", "428");
        }
        if (takes(method, PageQuery.class)) {
            describePage(operation);
        }
        if (method.getMethod().getReturnType() == SseEmitter.class) {
            describeEvents(operation);
        }
        refused(operation, "default");
        return operation;
    }

    /// `NoteController.rewrite` is `note.rewrite`: what a client is generated from shall not change its
    /// names when another controller gets a method.
    private static String id(HandlerMethod method) {
        String controller = method.getBeanType().getSimpleName().replaceFirst("Controller$", "");
        return Character.toLowerCase(controller.charAt(0))
                + controller.substring(1)
                + "."
                + method.getMethod().getName();
    }

    private static void describeCallers(Operation operation, HandlerMethod method) {
        MayCall declared = method.getMethodAnnotation(MayCall.class);
        if (declared != null) {
            List<String> roles = Arrays.stream(declared.value()).map(Role::wire).toList();
            operation.addExtension(CALLERS, roles);
            operation.setDescription("For " + String.join(", ", roles) + ".");
            refused(operation, "403");
        }
        if (declared != null || method.hasMethodAnnotation(SignedInMayCall.class)) {
            operation.addSecurityItem(new SecurityRequirement().addList(ApiDescription.TOKEN));
            refused(operation, "401");
        } else {
            operation.setSecurity(List.of());
        }
    }

    private static boolean isPost(HandlerMethod method) {
        RequestMapping mapping =
                AnnotatedElementUtils.findMergedAnnotation(
                        method.getMethod(), RequestMapping.class);
        return mapping != null && List.of(mapping.method()).contains(RequestMethod.POST);
    }

    private static boolean takes(HandlerMethod method, Class<?> parameter) {
        return List.of(method.getMethod().getParameterTypes()).contains(parameter);
    }

    private static HeaderParameter idempotencyKey() {
        HeaderParameter header = new HeaderParameter();
        header.name("Idempotency-Key")
                .required(true)
                .description(
                        "Such as a UUID. The same key with the same body is answered the same for"
                                + " 24 hours and does nothing twice.")
                .schema(new StringSchema().minLength(16).maxLength(200));
        return header;
    }

    private static HeaderParameter ifMatch() {
        HeaderParameter header = new HeaderParameter();
        header.name("If-Match")
                .required(true)
                .description("The ETag of what is changed, with its quotes.")
                .schema(new StringSchema().pattern("\"\\d+\"").example("\"7\""));
        return header;
    }

    private static void describePage(Operation operation) {
        IntegerSchema limit = new IntegerSchema();
        limit.setMinimum(BigDecimal.ONE);
        limit.setMaximum(BigDecimal.valueOf(PageQuery.MOST));
        limit.setDefault(PageQuery.DEFAULT_LIMIT);
        DateTimeSchema time = new DateTimeSchema();
        operation
                .addParametersItem(query("limit", "Items at most.", limit))
                .addParametersItem(
                        query("after", "The `next` of the page before.", new StringSchema()))
                .addParametersItem(query("updated_from", "Changed at this time or later.", time))
                .addParametersItem(query("updated_before", "Changed before this time.", time));
    }

    private static QueryParameter query(String name, String description, Schema<?> schema) {
        QueryParameter parameter = new QueryParameter();
        parameter.name(name).description(description).schema(schema);
        return parameter;
    }

    private static void describeEvents(Operation operation) {
        operation
                .getResponses()
                .addApiResponse(
                        "200",
                        new ApiResponse()
                                .description("Server-sent events: see the API's manners")
                                .content(
                                        new Content()
                                                .addMediaType(
                                                        "text/event-stream",
                                                        new MediaType()
                                                                .schema(new StringSchema()))));
    }

    private static void refused(Operation operation, String... statuses) {
        for (String status : statuses) {
            operation
                    .getResponses()
                    .addApiResponse(status, new ApiResponse().$ref(ApiDescription.PROBLEM));
        }
    }
}
