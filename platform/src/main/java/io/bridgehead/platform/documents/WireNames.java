package io.bridgehead.platform.documents;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/// What the constants of an enum are called outside Java: in events, in the public API and in
/// documents alike, so that a constant can be renamed without touching any of them. The name is
/// Jackson's: `@JsonProperty("projectTeam") PROJECT_TEAM`, or a `@JsonValue` method.
public final class WireNames {

    private static final ClassValue<WireNames> OF_TYPES =
            new ClassValue<>() {
                @Override
                protected WireNames computeValue(Class<?> type) {
                    return new WireNames(type);
                }
            };

    private final Map<Enum<?>, String> names = new HashMap<>();
    private final Map<String, Enum<?>> constants = new HashMap<>();

    private WireNames(Class<?> type) {
        for (Object each : type.getEnumConstants()) {
            Enum<?> constant = (Enum<?>) each;
            JsonNode name = Documents.EVENT_JSON.valueToTree(constant);
            if (!name.isString() || name.asString().equals(constant.name())) {
                throw new IllegalArgumentException(
                        type.getName() + "." + constant.name() + " has no @JsonProperty name");
            }
            names.put(constant, name.asString());
            if (constants.put(name.asString(), constant) != null) {
                throw new IllegalArgumentException(
                        "two constants of " + type.getName() + " are called " + name.asString());
            }
        }
    }

    /// @throws IllegalArgumentException when the enum gives its constants no names
    public static String of(Enum<?> constant) {
        return Objects.requireNonNull(
                OF_TYPES.get(constant.getDeclaringClass()).names.get(constant));
    }

    /// @throws IllegalArgumentException when no constant has this name
    public static <E extends Enum<E>> E parse(Class<E> type, String name) {
        Enum<?> constant = OF_TYPES.get(type).constants.get(name);
        if (constant == null) {
            throw new IllegalArgumentException(
                    "no " + type.getSimpleName() + " is called '" + name + "'");
        }
        return type.cast(constant);
    }
}
