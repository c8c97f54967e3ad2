package io.bridgehead.upright.shelf;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bridgehead.platform.documents.Kind;
import io.bridgehead.platform.documents.Transition;
import jakarta.validation.constraints.NotBlank;
import java.util.List;

public sealed interface Shelf {

    Transition<Shelf, Filled> fill(Book book);

    @Kind("empty")
    record Empty() implements Shelf {

        @Override
        public Transition<Shelf, Filled> fill(Book book) {
            return Transition.to(new Full(List.of(book)), new Filled(book));
        }
    }

    @Kind("full")
    record Full(List<Book> books) implements Shelf {

        public Full {
            books = List.copyOf(books);
        }

        @Override
        public Transition<Shelf, Filled> fill(Book book) {
            return Transition.none(this);
        }
    }

    record Filled(Book book) {}

    record Book(@NotBlank String title, Cover cover) {}

    enum Cover {
        @JsonProperty("hard")
        HARD
    }
}
