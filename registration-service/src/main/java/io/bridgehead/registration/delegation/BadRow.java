package io.bridgehead.registration.delegation;

import io.bridgehead.platform.documents.Kind;
import io.bridgehead.platform.documents.Transition;
import io.bridgehead.platform.privacy.PersonalText;
import io.bridgehead.platform.web.Finding;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of an import that did not go in. It is kept until someone has corrected or discarded it, or
/// has left it alone for too long; then its key is destroyed, and what stays tells that it was there,
/// so that a run of the import that comes late does not bring it back.
public sealed interface BadRow {

    /// @param operation the import's id
    /// @param number as the sheet numbers it
    record Place(String delegation, String operation, int number) {

        /// Sorts as the sheet does: Excel's last row has seven digits.
        String id() {
            return "%s/%07d".formatted(operation, number);
        }

        /// Whose key the cells are encrypted under: the row's own.
        String person() {
            return "import-row/" + id();
        }
    }

    Place place();

    /// @param delegate whom its people made of it; null when it was discarded
    Transition<BadRow, Void> close(@Nullable String delegate, Instant now);

    /// @param cells as JSON
    /// @param dueAt when it is discarded by itself
    @Kind("open")
    record Open(Place place, PersonalText cells, List<Finding> findings, Instant dueAt)
            implements BadRow {

        public Open {
            findings = List.copyOf(findings);
        }

        @Override
        public Transition<BadRow, Void> close(@Nullable String delegate, Instant now) {
            return Transition.none(new Closed(place, delegate, now));
        }

        /// What was typed is kept, also where it is wrong still, and no longer than what it mends.
        Transition<BadRow, Void> retype(PersonalText typed, List<Finding> wrong) {
            return Transition.none(new Open(place, typed, wrong, dueAt));
        }
    }

    /// @param dueAt when its key is to be destroyed; null once it is
    @Kind("closed")
    record Closed(Place place, @Nullable String delegate, @Nullable Instant dueAt)
            implements BadRow {

        /// Who was registered stays registered, whoever closes it besides.
        @Override
        public Transition<BadRow, Void> close(@Nullable String other, Instant now) {
            return Transition.none(
                    delegate == null && other != null ? new Closed(place, other, dueAt) : this);
        }

        Transition<BadRow, Void> keyDestroyed() {
            return Transition.none(new Closed(place, delegate, null));
        }
    }
}
