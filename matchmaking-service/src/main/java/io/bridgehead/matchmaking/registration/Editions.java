package io.bridgehead.matchmaking.registration;

import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.View;
import java.util.Optional;
import org.springframework.stereotype.Repository;

@Repository
public class Editions {

    final View<Edition> view;

    Editions(Documents documents) {
        this.view = documents.view("editions", Edition.class);
    }

    public Optional<Edition> find(String code) {
        return view.find(code);
    }
}
