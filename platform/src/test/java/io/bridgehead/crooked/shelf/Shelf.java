package io.bridgehead.crooked.shelf;

import io.bridgehead.platform.documents.Transition;
import org.springframework.util.StringUtils;

public record Shelf(Board board) {

    /// Reached only as the type of a field.
    public record Board(String wood) {

        boolean isOfWood() {
            return StringUtils.hasText(wood);
        }
    }

    public record Sawn() {}

    Transition<Shelf, Sawn> saw() {
        return Transition.to(this, new Sawn());
    }
}
