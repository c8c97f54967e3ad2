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
import org.springframework.stereotype.Service;

/// Shows who speaks for offers, masked.
@Service
public class Contacts {

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
        PersonalText name = delegate.name();
        return new Person(
                name == null ? null : privacy.masked(name, Masking::name).orElse(null),
                delegate.jobTitle());
    }
}
