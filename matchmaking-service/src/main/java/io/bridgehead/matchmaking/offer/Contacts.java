package io.bridgehead.matchmaking.offer;

import io.bridgehead.matchmaking.registration.Delegate;
import io.bridgehead.matchmaking.registration.Delegates;
import io.bridgehead.platform.privacy.Masking;
import io.bridgehead.platform.privacy.PersonalText;
import io.bridgehead.platform.privacy.Privacy;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// Shows who speaks for offers, masked.
@Service
public class Contacts {

    private static final Logger log = LoggerFactory.getLogger(Contacts.class);

    private final Delegates delegates;
    private final Privacy privacy;

    Contacts(Delegates delegates, Privacy privacy) {
        this.delegates = delegates;
        this.privacy = privacy;
    }

    /// @param maskedName null once the person is forgotten, as is the job title, and where it does not
    ///     open
    public record Person(@Nullable String maskedName, @Nullable String jobTitle) {}

    /// @return by the id of the sides' delegates
    public Map<String, Person> of(List<Side> sides) {
        return delegates.findAll(sides.stream().map(Side::delegate).toList()).stream()
                .collect(Collectors.toMap(Delegate::id, this::show));
    }

    private Person show(Delegate delegate) {
        return new Person(
                delegate.name() == null ? null : masked(delegate.name()), delegate.jobTitle());
    }

    /// A name that was changed in the database, or whose key is lost, hides itself and not the others of
    /// its list.
    private @Nullable String masked(PersonalText name) {
        try {
            return privacy.reveal(name).map(Masking::name).orElse(null);
        } catch (IllegalStateException unreadable) {
            log.error("not shown: {}", unreadable.getMessage());
            return null;
        }
    }
}
