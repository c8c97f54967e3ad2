package io.bridgehead.platform.web;

import io.bridgehead.platform.documents.WireNames;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/// Says which field of a body could not be read, and how it should look; nothing of what Jackson says.
final class UnreadableJson {

    private UnreadableJson() {}

    /// @return nothing when it is no JSON at all, or no field is to blame
    static Optional<FieldError> fieldOf(@Nullable Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException unknown ->
                    named(unknown, new FieldError(pathOf(unknown), "unknown"));
            case MismatchedInputException mismatch ->
                    named(
                            mismatch,
                            isAbsent(mismatch)
                                    ? new FieldError(pathOf(mismatch), "required")
                                    : malformed(pathOf(mismatch), mismatch.getTargetType()));
            case InputCoercionException outOfRange ->
                    named(outOfRange, new FieldError(pathOf(outOfRange), "malformed"));
            case ValueInstantiationException refused ->
                    named(refused, new FieldError(pathOf(refused), "malformed"));
            case null, default -> Optional.empty();
        };
    }

    /// A number or a boolean that must be there was left out, or is null.
    private static boolean isAbsent(MismatchedInputException mismatch) {
        Class<?> wanted = mismatch.getTargetType();
        JsonToken token = mismatch.getCurrentToken();
        return wanted != null
                && wanted.isPrimitive()
                && (token == JsonToken.VALUE_NULL || token == JsonToken.END_OBJECT);
    }

    /// @param wanted what the text should have been turned into
    static FieldError malformed(String field, @Nullable Class<?> wanted) {
        if (wanted != null && wanted.isEnum()) {
            return new FieldError(field, "one-of", namesOf(wanted));
        }
        if (wanted == LocalDate.class) {
            return new FieldError(field, "date");
        }
        if (wanted == Instant.class || wanted == OffsetDateTime.class) {
            return new FieldError(field, "instant");
        }
        return new FieldError(field, "malformed");
    }

    private static String namesOf(Class<?> wanted) {
        return Arrays.stream(wanted.getEnumConstants())
                .map(constant -> WireNames.of((Enum<?>) constant))
                .collect(Collectors.joining(", "));
    }

    private static Optional<FieldError> named(JacksonException fault, FieldError error) {
        return fault.getPath().isEmpty() ? Optional.empty() : Optional.of(error);
    }

    /// `quotas[0].places`
    private static String pathOf(JacksonException fault) {
        StringBuilder path = new StringBuilder();
        List<Reference> steps = fault.getPath();
        for (Reference step : steps) {
            String name = step.getPropertyName();
            if (name == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.toString();
    }
}
