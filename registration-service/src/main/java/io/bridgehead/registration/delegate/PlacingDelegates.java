package io.bridgehead.registration.delegate;

import io.bridgehead.platform.events.Event;
import io.bridgehead.platform.events.EventSettings;
import io.bridgehead.platform.events.Subscription;
import io.bridgehead.registration.edition.GuestKind;
import io.bridgehead.registration.places.DrawingPlaces;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Between the delegates and the places of their edition, by events: whoever is approved draws a place,
/// whoever leaves gives it back, and what the places say of someone is done to the delegate.
@Configuration(proxyBeanMethods = false)
class PlacingDelegates {

    private final Delegates delegates;
    private final DrawingPlaces places;

    PlacingDelegates(Delegates delegates, DrawingPlaces places) {
        this.delegates = delegates;
        this.places = places;
    }

    record Mover(String delegate, String edition, String city, GuestKind kind) {}

    record InLine(String delegate, int position) {}

    @Bean
    Subscription placingDelegatesSubscription(EventSettings settings) {
        return Subscription.to("placing-delegates", settings.topic())
                .on("delegate.approved.v1", Mover.class, this::draw)
                .on("delegate.withdrawn.v1", Mover.class, this::release)
                .on("delegate.forgotten.v1", Mover.class, this::release)
                .on("place.granted.v1", Mover.class, this::confirm)
                .on("place.queued.v1", InLine.class, this::queue)
                .build();
    }

    private void draw(Event<Mover> event) {
        Mover mover = event.data();
        places.draw(mover.edition(), mover.delegate(), mover.city(), mover.kind());
    }

    private void release(Event<Mover> event) {
        Mover mover = event.data();
        places.release(mover.edition(), mover.delegate());
    }

    private void confirm(Event<Mover> event) {
        var _ =
                delegates.change(
                        event.data().delegate(), event.command("confirm"), Delegate::confirm);
    }

    private void queue(Event<InLine> event) {
        InLine waiting = event.data();
        var _ =
                delegates.change(
                        waiting.delegate(),
                        event.command("queue"),
                        delegate -> delegate.queue(waiting.position()));
    }
}
