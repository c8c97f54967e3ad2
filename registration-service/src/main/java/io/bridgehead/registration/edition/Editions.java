package io.bridgehead.registration.edition;

import static com.mongodb.client.model.Filters.empty;

import io.bridgehead.platform.documents.Aggregates;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.registration.edition.Edition.EditionOpened;
import java.util.Optional;
import org.springframework.stereotype.Repository;

@Repository
public class Editions {

    private final Aggregates<Edition, EditionOpened> aggregates;

    Editions(Documents documents) {
        this.aggregates =
                documents.aggregates("editions", Edition.class, EditionAnnouncement::announce);
    }

    Versioned<Edition> open(String code, CommandId command, Edition edition) {
        return aggregates.create(code, command, edition.open());
    }

    public Versioned<Edition> get(String code) {
        return aggregates.get(code);
    }

    public Optional<Edition> find(String code) {
        return aggregates.find(code).map(Versioned::state);
    }

    Page<Versioned<Edition>> page(PageQuery query) {
        return aggregates.page(empty(), query);
    }
}
