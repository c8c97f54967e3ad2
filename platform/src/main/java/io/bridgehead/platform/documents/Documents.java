package io.bridgehead.platform.documents;

import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// The door to a service's own database. A feature's repository asks it for a collection of aggregates
/// or for a view, and keeps that for itself.
public final class Documents {

    /// Records keep the order of their fields on the wire, absent values are left out, and a reader
    /// ignores what it does not know: two releases can run side by side.
    public static final JsonMapper EVENT_JSON =
            JsonMapper.builder()
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .changeDefaultPropertyInclusion(inclusion ->
                            inclusion.withValueInclusion(
                                    com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
                    .build();

    /// The driver's own codecs, records among them, sealed types by their [Kind] and enums by their
    /// [WireNames]. The driver reads records by reflection: those that are stored are public.
    public static final CodecRegistry CODECS =
            CodecRegistries.fromRegistries(
                    CodecRegistries.fromProviders(
                            new SealedTypeCodecProvider(), new EnumCodecProvider()),
                    MongoClientSettings.getDefaultCodecRegistry());

    private final MongoDatabase database;
    private final DocumentSettings settings;
    private final Clock clock;
    private final Supplier<@Nullable String> traceparent;
    private final Consumer<Unsent> outbox;
    private final List<Aggregates<?, ?>> aggregates = new CopyOnWriteArrayList<>();

    /// @param traceparent the W3C trace context of what runs now
    /// @param outbox is handed what a write left to be sent; it must not block
    public Documents(
            MongoDatabase database,
            DocumentSettings settings,
            Clock clock,
            Supplier<@Nullable String> traceparent,
            Consumer<Unsent> outbox) {
        this.database =
                database.withCodecRegistry(CODECS)
                        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                        .withReadConcern(ReadConcern.MAJORITY);
        this.settings = settings;
        this.clock = clock;
        this.traceparent = traceparent;
        this.outbox = outbox;
    }

    public <S, E> Aggregates<S, E> aggregates(
            String collection, Class<S> state, Announcer<S, E> announcer) {
        Aggregates<S, E> made =
                new Aggregates<>(
                        database,
                        collection,
                        state,
                        announcer,
                        settings,
                        clock,
                        traceparent,
                        outbox);
        aggregates.add(made);
        return made;
    }

    public <V> View<V> view(String name, Class<V> type) {
        return new View<>(database, name, type);
    }

    /// Every collection of aggregates that was asked for: where unsent events can wait.
    public List<Aggregates<?, ?>> aggregates() {
        return List.copyOf(aggregates);
    }

    /// For what is neither an aggregate nor a view: claims, parked events, answers kept.
    public MongoDatabase database() {
        return database;
    }
}
