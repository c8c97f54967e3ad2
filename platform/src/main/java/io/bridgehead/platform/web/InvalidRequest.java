package io.bridgehead.platform.web;

import java.util.List;
import java.util.stream.Collectors;

/// A request that can be read, and whose fields the domain does not take: 400 `invalid-request`.
public final class InvalidRequest extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<FieldError> errors;

    public InvalidRequest(List<FieldError> errors) {
        super(
                errors.stream()
                        .map(error -> error.field() + " " + error.code())
                        .collect(Collectors.joining(", ")));
        this.errors = List.copyOf(errors);
    }

    public List<FieldError> errors() {
        return errors;
    }
}
