package io.bridgehead.matchmaking.registration;

import io.bridgehead.matchmaking.registration.Delegate.State;
import io.bridgehead.matchmaking.registration.Heard.DelegateChanged;
import io.bridgehead.matchmaking.registration.Heard.DelegateRegistered;
import io.bridgehead.matchmaking.registration.Heard.EditionOpened;
import io.bridgehead.matchmaking.registration.Heard.IndustriesPublished;
import io.bridgehead.platform.documents.View;
import io.bridgehead.platform.events.Event;
import io.bridgehead.platform.events.Subscription;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Hears registration and keeps the three views. They can be dropped and read again from the topic's
/// beginning.
@Configuration(proxyBeanMethods = false)
class RegistrationSubscription {

    /// The subject of the taxonomy's events, of which there is one.
    static final String INDUSTRIES = "industries";

    private final Editions editions;
    private final Industries industries;
    private final Delegates delegates;

    RegistrationSubscription(Editions editions, Industries industries, Delegates delegates) {
        this.editions = editions;
        this.industries = industries;
        this.delegates = delegates;
    }

    @Bean
    Subscription registrationEvents() {
        return Subscription.to("registration", "bridgehead.registration")
                .filling(editions.view, industries.view, delegates.view)
                .on("industries.published.v1", IndustriesPublished.class, this::published)
                .on("edition.opened.v1", EditionOpened.class, this::opened)
                .on("delegate.registered.v1", DelegateRegistered.class, this::registered)
                .on("delegate.approved.v1", DelegateChanged.class, becomes(State.APPROVED))
                .on("delegate.waiting.v1", DelegateChanged.class, becomes(State.WAITING))
                .on("delegate.confirmed.v1", DelegateChanged.class, becomes(State.CONFIRMED))
                .on("delegate.declined.v1", DelegateChanged.class, becomes(State.DECLINED))
                .on("delegate.withdrawn.v1", DelegateChanged.class, becomes(State.WITHDRAWN))
                .on("delegate.forgotten.v1", DelegateChanged.class, becomes(State.FORGOTTEN))
                .build();
    }

    private void published(Event<IndustriesPublished> event) {
        put(
                industries.view,
                event,
                new Industries.Published(
                        event.data().industries().stream()
                                .map(each -> new Industry(each.code(), each.parent(), each.name()))
                                .toList()));
    }

    private void opened(Event<EditionOpened> event) {
        EditionOpened edition = event.data();
        put(
                editions.view,
                event,
                new Edition(
                        edition.hostCity(),
                        edition.cities().stream()
                                .map(city -> new Edition.City(city.code(), city.name()))
                                .toList()));
    }

    private void registered(Event<DelegateRegistered> event) {
        DelegateRegistered who = event.data();
        put(
                delegates.view,
                event,
                new Delegate(
                        event.subject(),
                        who.edition(),
                        who.city(),
                        who.organisation(),
                        who.jobTitle(),
                        who.name(),
                        State.REGISTERED));
    }

    /// A delegate's events come in order; where the first was lost, what follows is parked for an
    /// operator to see.
    private Consumer<Event<DelegateChanged>> becomes(State next) {
        return event ->
                delegates.view.apply(
                        event.subject(),
                        event.subject(),
                        event.sequence(),
                        delegate -> {
                            if (delegate == null) {
                                throw new IllegalStateException(
                                        event.type() + " of a delegate who was not registered");
                            }
                            return delegate.in(next);
                        });
    }

    private static <V> void put(View<V> view, Event<?> event, V value) {
        view.apply(event.subject(), event.subject(), event.sequence(), _ -> value);
    }
}
