package io.bridgehead.platform.web.openapi;

import io.swagger.v3.core.jackson.TypeNameResolver;

/// Names what a controller takes and answers after the controller: its `Answer` is a `ProjectAnswer`,
/// and no other controller's. springdoc would make one of all that have the same simple name.
final class SchemaNames extends TypeNameResolver {

    private static final String CONTROLLER = "Controller";

    @Override
    protected String getNameOfClass(Class<?> type) {
        String name = type.getSimpleName();
        Class<?> outer = type.getEnclosingClass();
        if (outer == null) {
            return name;
        }
        String prefix = getNameOfClass(outer);
        String thing =
                prefix.endsWith(CONTROLLER)
                        ? prefix.substring(0, prefix.length() - CONTROLLER.length())
                        : prefix;
        return name.startsWith(thing) ? name : thing + name;
    }
}
