package io.bridgehead.matchmaking.registration;

import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.View;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

@Repository
public class Delegates {

    final View<Delegate> view;

    Delegates(Documents documents) {
        this.view = documents.view("delegates", Delegate.class);
    }

    public Optional<Delegate> find(String id) {
        return view.find(id);
    }

    public List<Delegate> findAll(Collection<String> ids) {
        return view.findAll(Set.copyOf(ids));
    }

    /// Those of them who have a place at their edition.
    public Set<String> confirmed(Collection<String> ids) {
        return findAll(ids).stream()
                .filter(Delegate::isConfirmed)
                .map(Delegate::id)
                .collect(Collectors.toSet());
    }
}
