package io.bridgehead.platform.events;

import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.View;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;

/// What a service hears: topics, and a handler for each type of event that it cares for. Instances of
/// the service share the work. A handler must be safe to repeat: an event arrives at least once.
///
/// One that fills views can be rebuilt from the topics; one that causes commands cannot, and need not.
public final class Subscription {

    private final String name;
    private final List<String> topics;
    private final List<View<?>> views;
    private final Map<String, Handler<?>> handlers;

    private record Handler<T>(Class<T> type, Consumer<Event<T>> handler) {

        T read(byte[] data) {
            return Documents.EVENT_JSON.readValue(data, type);
        }

        void handle(Event<byte[]> event) {
            handler.accept(event.with(read(event.data())));
        }
    }

    private Subscription(
            String name,
            List<String> topics,
            List<View<?>> views,
            Map<String, Handler<?>> handlers) {
        this.name = name;
        this.topics = List.copyOf(topics);
        this.views = List.copyOf(views);
        this.handlers = Map.copyOf(handlers);
    }

    /// @param name unique in the service and for good: the consumer group's name is made of it
    public static Builder to(String name, String... topics) {
        return new Builder(name, List.of(topics));
    }

    public String name() {
        return name;
    }

    List<String> topics() {
        return topics;
    }

    List<View<?>> views() {
        return views;
    }

    /// The types of event that have a handler.
    public Set<String> types() {
        return handlers.keySet();
    }

    /// What an event of this type is to its handler.
    ///
    /// @throws IllegalArgumentException when it has no handler
    /// @throws JacksonException when the data is not what the handler's record says
    public Object read(String type, byte[] data) {
        Handler<?> handler = handlers.get(type);
        if (handler == null) {
            throw new IllegalArgumentException(name + " does not handle " + type);
        }
        return handler.read(data);
    }

    boolean handles(String type) {
        return handlers.containsKey(type);
    }

    /// Hands an event to its handler, if there is one for its type.
    public void handle(Event<byte[]> event) {
        Handler<?> handler = handlers.get(event.type());
        if (handler != null) {
            handler.handle(event);
        }
    }

    public static final class Builder {

        private final String name;
        private final List<String> topics;
        private List<View<?>> views = List.of();
        private final Map<String, Handler<?>> handlers = new HashMap<>();

        private Builder(String name, List<String> topics) {
            this.name = name;
            this.topics = topics;
        }

        /// The views that the handlers write, and nothing else: they are what a rebuild makes anew.
        public Builder filling(View<?>... filled) {
            views = List.of(filled);
            return this;
        }

        /// @param data the consumer's own record; what the producer adds later is ignored
        public <T> Builder on(String type, Class<T> data, Consumer<Event<T>> handler) {
            if (handlers.put(type, new Handler<>(data, handler)) != null) {
                throw new IllegalArgumentException(name + " has two handlers for " + type);
            }
            return this;
        }

        public Subscription build() {
            return new Subscription(name, topics, views, handlers);
        }
    }
}
