package io.bridgehead.gateway.description;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Puts the descriptions of several services together into one.
///
/// Paths: those that the gateway takes to the service that describes them. Components (schemas,
/// parameters …): where services mean different things by one name, each keeps its own as
/// `<service>.<name>`, and what points to it points there; what they mean alike is there once. An
/// operation's id that two services use is prefixed in the same way.
final class Merge {

    private static final String POINTER = "#/components/";

    private final Map<String, JsonNode> described = new TreeMap<>();
    private final BiPredicate<String, String> routed;
    private final Set<Name> ambiguous = new HashSet<>();
    private final Set<String> ambiguousOperations = new HashSet<>();

    /// A component's section (`schemas`) and name.
    private record Name(String section, String name) {

        String pointer() {
            return POINTER + section + "/" + name;
        }

        /// Pointed to by its bare name; there is one way to sign in, the same for every service.
        boolean isScheme() {
            return section.equals("securitySchemes");
        }
    }

    /// @param described by service
    /// @param routed whether a path is one that the gateway takes to a service
    Merge(Map<String, JsonNode> described, BiPredicate<String, String> routed) {
        this.described.putAll(described);
        this.routed = routed;
    }

    /// Writes paths, components and tags into the description.
    void into(ObjectNode merged) {
        findAmbiguous();
        findAmbiguousOperations();
        ObjectNode paths = merged.putObject("paths");
        ObjectNode components = merged.putObject("components");
        Map<String, JsonNode> tags = new TreeMap<>();
        described.forEach((service, description) -> {
            for (Map.Entry<String, JsonNode> path : routedPaths(service, description)) {
                paths.set(path.getKey(), renamed(service, path.getValue()));
            }
            components(description)
                    .forEach((name, component) ->
                            components
                                    .withObjectProperty(name.section())
                                    .set(nameIn(service, name), renamed(service, component)));
            for (JsonNode tag : description.path("tags")) {
                tags.putIfAbsent(tag.path("name").asString(), tag);
            }
        });
        tags.values().forEach(merged.putArray("tags")::add);
    }

    private List<Map.Entry<String, JsonNode>> routedPaths(String service, JsonNode description) {
        List<Map.Entry<String, JsonNode>> paths = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
            if (routed.test(service, path.getKey())) {
                paths.add(path);
            }
        }
        return paths;
    }

    private static Map<Name, JsonNode> components(JsonNode description) {
        Map<Name, JsonNode> components = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> section : description.path("components").properties()) {
            for (Map.Entry<String, JsonNode> component : section.getValue().properties()) {
                components.put(
                        new Name(section.getKey(), component.getKey()), component.getValue());
            }
        }
        return components;
    }

    /// Two components with the same name are one where they read the same and so does all that they
    /// point to. Each round finds those that point to one found ambiguous in the round before.
    private void findAmbiguous() {
        Map<Name, JsonNode> first = new LinkedHashMap<>();
        Map<Name, JsonNode> shared = new LinkedHashMap<>();
        for (JsonNode description : described.values()) {
            components(description)
                    .forEach((name, component) -> {
                        JsonNode other = first.putIfAbsent(name, component);
                        if (other != null && !name.isScheme()) {
                            shared.put(name, component);
                            if (!other.equals(component)) {
                                ambiguous.add(name);
                            }
                        }
                    });
        }
        boolean found = !ambiguous.isEmpty();
        while (found) {
            Set<String> pointers = new HashSet<>();
            ambiguous.forEach(name -> pointers.add(name.pointer()));
            found = false;
            for (Map.Entry<Name, JsonNode> component : shared.entrySet()) {
                if (mentions(component.getValue(), pointers)) {
                    found |= ambiguous.add(component.getKey());
                }
            }
        }
    }

    private static boolean mentions(JsonNode node, Set<String> pointers) {
        if (node.isString()) {
            return pointers.contains(node.asString());
        }
        for (JsonNode child : node) {
            if (mentions(child, pointers)) {
                return true;
            }
        }
        return false;
    }

    private void findAmbiguousOperations() {
        Set<String> seen = new HashSet<>();
        described.forEach((service, description) -> {
            Set<String> own = new TreeSet<>();
            for (Map.Entry<String, JsonNode> path : routedPaths(service, description)) {
                for (JsonNode operation : path.getValue()) {
                    own.add(operation.path("operationId").asString(""));
                }
            }
            own.stream().filter(id -> !seen.add(id)).forEach(ambiguousOperations::add);
        });
    }

    private String nameIn(String service, Name name) {
        return ambiguous.contains(name) ? service + "." + name.name() : name.name();
    }

    /// A copy in which every pointer and operation id is the merged description's.
    private JsonNode renamed(String service, JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                for (Map.Entry<String, JsonNode> field : object.properties()) {
                    copy.set(field.getKey(), renamedField(service, field));
                }
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(element -> copy.add(renamed(service, element)));
                yield copy;
            }
            case StringNode text -> StringNode.valueOf(pointed(service, text.asString()));
            default -> node;
        };
    }

    private JsonNode renamedField(String service, Map.Entry<String, JsonNode> field) {
        JsonNode value = field.getValue();
        boolean isAmbiguousOperation =
                field.getKey().equals("operationId")
                        && value.isString()
                        && ambiguousOperations.contains(value.asString());
        return isAmbiguousOperation
                ? StringNode.valueOf(service + "." + value.asString())
                : renamed(service, value);
    }

    private String pointed(String service, String text) {
        if (!text.startsWith(POINTER)) {
            return text;
        }
        int slash = text.indexOf('/', POINTER.length());
        if (slash < 0) {
            return text;
        }
        Name name = new Name(text.substring(POINTER.length(), slash), text.substring(slash + 1));
        return POINTER + name.section() + "/" + nameIn(service, name);
    }
}
