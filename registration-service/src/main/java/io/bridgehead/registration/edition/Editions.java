package io.bridgehead.registration.edition;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;

import io.bridgehead.platform.documents.Aggregates;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.documents.Versioned;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Repository;

@Repository
public class Editions {

    /// A city hosts one in some years.
    private static final int MOST = 1_000;

    private final Aggregates<Edition, EditionEvent> aggregates;

    Editions(Documents documents) {
        this.aggregates =
                documents.aggregates("editions", Edition.class, EditionAnnouncement::announce);
    }

    Versioned<Edition> open(String code, CommandId command, Edition edition) {
        return aggregates.create(code, command, edition.open());
    }

    Versioned<Edition> revise(
            String code, CommandId command, long expected, Presentation presentation) {
        return aggregates.change(
                code, command, OptionalLong.of(expected), edition -> edition.revise(presentation));
    }

    public Versioned<Edition> get(String code) {
        return aggregates.get(code);
    }

    public Optional<Edition> find(String code) {
        return aggregates.find(code).map(Versioned::state);
    }

    /// Codes of the editions whose host this city is.
    public List<String> hostedBy(String city) {
        return aggregates.find(eq("state.hostCity", city), MOST).stream()
                .map(Versioned::id)
                .toList();
    }

    public List<String> codes() {
        return aggregates.find(empty(), MOST).stream().map(Versioned::id).toList();
    }

    Page<Versioned<Edition>> page(PageQuery query) {
        return aggregates.page(empty(), query);
    }
}
