package io.bridgehead.matchmaking.registration;

import io.bridgehead.matchmaking.BilingualText;
import io.bridgehead.platform.privacy.PersonalText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Registration's events, as far as this service needs them.
final class Heard {

    private Heard() {}

    /// `industries.published.v1`
    record IndustriesPublished(List<PublishedIndustry> industries) {}

    record PublishedIndustry(String code, @Nullable String parent, BilingualText name) {}

    /// `edition.opened.v1`
    record EditionOpened(String hostCity, List<InvitedCity> cities) {}

    record InvitedCity(String code, BilingualText name) {}

    /// `delegate.registered.v1`
    record DelegateRegistered(
            String edition, String city, String organisation, String jobTitle, PersonalText name) {}

    /// Every later event of a delegate: its type says what has become of him.
    record DelegateChanged(String delegate) {}
}
