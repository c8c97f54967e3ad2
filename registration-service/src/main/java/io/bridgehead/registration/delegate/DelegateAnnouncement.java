package io.bridgehead.registration.delegate;

import io.bridgehead.platform.documents.OutgoingEvent;
import io.bridgehead.platform.privacy.PersonalText;
import io.bridgehead.registration.delegate.Delegate.Guest;
import io.bridgehead.registration.delegate.Delegate.Known;
import io.bridgehead.registration.edition.GuestKind;
import java.util.Set;

/// What a delegate's city is told of him. Of the person nothing but the name leaves this service, and
/// that encrypted.
final class DelegateAnnouncement {

    private DelegateAnnouncement() {}

    record DelegateRegistered(
            String delegate,
            String edition,
            String delegation,
            String city,
            String organisation,
            String organisationName,
            String jobTitle,
            GuestKind kind,
            boolean leader,
            PersonalText name) {}

    /// For all that tells no more than that it happened.
    record DelegateChanged(String delegate, String edition, String city, GuestKind kind) {}

    record DelegateDeclined(
            String delegate, String edition, String city, GuestKind kind, String reason) {}

    record DelegateWaiting(
            String delegate, String edition, String city, GuestKind kind, int position) {}

    record DelegateRevealed(
            String delegate,
            String edition,
            String city,
            GuestKind kind,
            String by,
            String purpose) {}

    static OutgoingEvent announce(String id, Delegate delegate, DelegateEvent event) {
        return switch (event) {
            case DelegateEvent.Registered() -> registered(id, (Known) delegate);
            case DelegateEvent.Approved() -> changed("delegate.approved.v1", id, delegate);
            case DelegateEvent.Confirmed() -> changed("delegate.confirmed.v1", id, delegate);
            case DelegateEvent.Withdrawn() -> changed("delegate.withdrawn.v1", id, delegate);
            case DelegateEvent.Forgotten() -> changed("delegate.forgotten.v1", id, delegate);
            case DelegateEvent.Declined(String reason) -> {
                Guest guest = delegate.guest();
                yield of(
                        "delegate.declined.v1",
                        guest,
                        new DelegateDeclined(
                                id, guest.edition(), guest.city(), guest.kind(), reason));
            }
            case DelegateEvent.Queued(int position) -> {
                Guest guest = delegate.guest();
                yield of(
                        "delegate.waiting.v1",
                        guest,
                        new DelegateWaiting(
                                id, guest.edition(), guest.city(), guest.kind(), position));
            }
            case DelegateEvent.Revealed(String by, String purpose) -> {
                Guest guest = delegate.guest();
                yield of(
                        "delegate.revealed.v1",
                        guest,
                        new DelegateRevealed(
                                id, guest.edition(), guest.city(), guest.kind(), by, purpose));
            }
        };
    }

    private static OutgoingEvent registered(String id, Known delegate) {
        Guest guest = delegate.guest();
        return of(
                "delegate.registered.v1",
                guest,
                new DelegateRegistered(
                        id,
                        guest.edition(),
                        guest.delegation(),
                        guest.city(),
                        guest.organisation(),
                        guest.organisationName(),
                        delegate.person().jobTitle(),
                        guest.kind(),
                        guest.leader(),
                        delegate.person().name()));
    }

    private static OutgoingEvent changed(String type, String id, Delegate delegate) {
        Guest guest = delegate.guest();
        return of(
                type, guest, new DelegateChanged(id, guest.edition(), guest.city(), guest.kind()));
    }

    private static OutgoingEvent of(String type, Guest guest, Object data) {
        return new OutgoingEvent(type, Set.of(guest.city()), data);
    }
}
