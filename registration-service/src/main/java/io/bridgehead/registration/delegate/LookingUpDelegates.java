package io.bridgehead.registration.delegate;

import io.bridgehead.platform.documents.DocumentMissing;
import io.bridgehead.platform.documents.Page;
import io.bridgehead.platform.documents.PageQuery;
import io.bridgehead.platform.documents.Versioned;
import io.bridgehead.platform.identity.Caller;
import io.bridgehead.platform.identity.Role;
import io.bridgehead.platform.privacy.Masking;
import io.bridgehead.platform.privacy.Privacy;
import io.bridgehead.platform.web.FieldError;
import io.bridgehead.platform.web.InvalidRequest;
import io.bridgehead.registration.delegate.Delegate.Guest;
import io.bridgehead.registration.delegate.Delegate.Known;
import io.bridgehead.registration.delegate.Delegate.State;
import io.bridgehead.registration.edition.Editions;
import io.bridgehead.registration.places.Places;
import io.bridgehead.registration.places.PlacesByEdition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Shows delegates, masked, to whoever may know of them: their own city, those whom the event's rules
/// let see all, and the host's reception, whose door they come to.
@Service
class LookingUpDelegates {

    /// A number has at most one delegate in an edition.
    private static final PageQuery ALL = new PageQuery(PageQuery.MOST, null, null, null);

    private final Delegates delegates;
    private final RegisteringDelegates registering;
    private final Editions editions;
    private final PlacesByEdition places;
    private final Privacy privacy;

    LookingUpDelegates(
            Delegates delegates,
            RegisteringDelegates registering,
            Editions editions,
            PlacesByEdition places,
            Privacy privacy) {
        this.delegates = delegates;
        this.registering = registering;
        this.editions = editions;
        this.places = places;
        this.privacy = privacy;
    }

    /// What is shown of a delegate.
    ///
    /// @param position in line at this moment; null for whoever does not wait
    /// @param name masked; null once forgotten, as are phone and job title, and where it does not open
    record Shown(
            Versioned<Delegate> delegate,
            @Nullable Integer position,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String jobTitle) {}

    /// @throws DocumentMissing when there is none, or none that this caller may know of
    Versioned<Delegate> visible(Caller caller, String id) {
        Versioned<Delegate> delegate = delegates.get(id);
        if (!id.equals(caller.delegate()) && !sees(caller, delegate.state().guest())) {
            throw new DocumentMissing("delegates", id);
        }
        return delegate;
    }

    /// The record of whom the caller's account is.
    ///
    /// @throws DelegateRejection when it is nobody's
    Versioned<Delegate> own(Caller caller) {
        return Optional.ofNullable(caller.delegate())
                .flatMap(delegates::findVersioned)
                .orElseThrow(DelegateRejection.NoDelegate::new);
    }

    /// @param edition all when null
    /// @throws InvalidRequest when it is no telephone number
    Page<Shown> withNumber(Caller caller, @Nullable String edition, String written) {
        PhoneNumber number =
                PhoneNumber.parse(written)
                        .orElseThrow(() ->
                                new InvalidRequest(
                                        List.of(new FieldError("phone", "phone-malformed"))));
        List<String> among = edition == null ? editions.codes() : List.of(edition);
        Set<String> ids =
                among.stream()
                        .flatMap(code -> registering.idOf(code, number).stream())
                        .collect(Collectors.toSet());
        return page(caller, Delegates.Query.among(ids), ALL);
    }

    Page<Shown> page(Caller caller, Delegates.Query query, PageQuery page) {
        Map<String, Places> known = new HashMap<>();
        Function<String, Places> placesOf = edition -> known.computeIfAbsent(edition, places::get);
        return found(caller, query, page).map(delegate -> show(delegate, placesOf));
    }

    Shown show(Versioned<Delegate> delegate) {
        return show(delegate, places::get);
    }

    private Page<Versioned<Delegate>> found(Caller caller, Delegates.Query query, PageQuery page) {
        if (caller.seesAll()) {
            return delegates.page(query, page);
        }
        String city = caller.city();
        if (city == null) {
            return new Page<>(List.of(), null);
        }
        List<String> atHisDoor = caller.is(Role.RECEPTION) ? editions.hostedBy(city) : List.of();
        return delegates.page(query, city, atHisDoor, page);
    }

    private boolean sees(Caller caller, Guest guest) {
        return caller.seesAll() || guest.city().equals(caller.city()) || receives(caller, guest);
    }

    /// Is the reception of the delegate's own city, or of the host, whose door he comes to.
    boolean receives(Caller caller, Guest guest) {
        return caller.is(Role.RECEPTION)
                && (guest.city().equals(caller.city())
                        || editions.get(guest.edition()).state().hostCity().equals(caller.city()));
    }

    private Shown show(Versioned<Delegate> delegate, Function<String, Places> placesOf) {
        Integer position = null;
        if (delegate.state().state() == State.WAITING) {
            OptionalInt inLine =
                    placesOf.apply(delegate.state().guest().edition()).position(delegate.id());
            position = inLine.isPresent() ? inLine.getAsInt() : null;
        }
        return delegate.state() instanceof Known known
                ? new Shown(
                        delegate,
                        position,
                        privacy.masked(known.person().name(), Masking::name).orElse(null),
                        privacy.masked(known.person().phone(), Masking::phone).orElse(null),
                        known.person().jobTitle())
                : new Shown(delegate, position, null, null, null);
    }
}
