package io.bridgehead.platform.web;

import java.util.List;

/// One thing that is wrong with one field of a request.
///
/// @param field as the request names it: `quotas[0].places`
/// @param code stable and lower-case; the text is `field.<code>` in the message bundles
/// @param arguments fill the text's places `{0}`, `{1}` …
public record FieldError(String field, String code, List<Object> arguments) {

    public FieldError {
        arguments = List.copyOf(arguments);
    }

    public FieldError(String field, String code, Object... arguments) {
        this(field, code, List.of(arguments));
    }
}
