package io.bridgehead.platform.web.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.RefUtils;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/// Describes records, and says which of their parts are always there: those that are not `@Nullable`.
/// A part that is null is left out of an answer, and may be left out of what is sent.
final class RecordSchemas extends ModelResolver {

    RecordSchemas(ObjectMapper mapper) {
        super(mapper, new SchemaNames());
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType annotated, ModelConverterContext context, Iterator<ModelConverter> next) {
        Schema<?> resolved = super.resolve(annotated, context, next);
        Class<?> type = _mapper.constructType(annotated.getType()).getRawClass();
        if (resolved != null && isOurs(type)) {
            requireParts(type, described(resolved, context));
        }
        return resolved;
    }

    private static boolean isOurs(Class<?> type) {
        return type.isRecord() && type.getPackage().isAnnotationPresent(NullMarked.class);
    }

    private static void requireParts(Class<?> type, @Nullable Schema<?> described) {
        if (described == null || described.getProperties() == null) {
            return;
        }
        for (RecordComponent part : type.getRecordComponents()) {
            if (described.getProperties().containsKey(part.getName())
                    && !part.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                described.addRequiredItem(part.getName());
            }
        }
    }

    /// What a pointer points to, once it is there.
    private static @Nullable Schema<?> described(
            Schema<?> resolved, ModelConverterContext context) {
        String pointer = resolved.get$ref();
        return pointer == null
                ? resolved
                : context.getDefinedModels()
                        .get(String.valueOf(RefUtils.extractSimpleName(pointer).getLeft()));
    }
}
