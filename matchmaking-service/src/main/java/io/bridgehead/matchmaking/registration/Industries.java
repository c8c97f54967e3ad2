package io.bridgehead.matchmaking.registration;

import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.View;
import java.util.List;
import org.springframework.stereotype.Repository;

/// One document: the taxonomy is published as a whole.
@Repository
public class Industries {

    final View<Published> view;

    Industries(Documents documents) {
        this.view = documents.view("industries", Published.class);
    }

    /// The taxonomy as it was published last.
    public record Published(List<Industry> industries) {}

    /// @return without any industry while none were published
    public Taxonomy taxonomy() {
        return new Taxonomy(
                view.find(RegistrationSubscription.INDUSTRIES)
                        .map(Published::industries)
                        .orElse(List.of()));
    }
}
