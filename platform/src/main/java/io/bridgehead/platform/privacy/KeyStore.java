package io.bridgehead.platform.privacy;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.ne;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.PrfSet;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.Patience;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;

/// The keys of all persons, wrapped, in a database of their own:
///
/// ```
/// persons  { _id: person, keyset: {masterKey, keyset} }   once forgotten: { _id, forgottenAt }
/// keys     { _id: "blind-indexes", keyset: {masterKey, keyset} }
/// ```
///
/// A key is only ever made together with its document, by one write; when it is destroyed, the
/// document stays as a tombstone. So no order of writers makes a key anew for someone forgotten, and
/// instances that meet end with one key.
final class KeyStore {

    private static final String KEYSET = "keyset";
    private static final String MASTER_KEY = "keyset.masterKey";
    private static final String FORGOTTEN_AT = "forgottenAt";

    /// What the store knows of a person.
    sealed interface Holding {}

    record Held(Aead key) implements Holding {}

    record Forgotten() implements Holding {}

    private final MongoDatabase database;
    private final MongoCollection<BsonDocument> persons;
    private final MongoCollection<BsonDocument> keys;
    private final MasterKeys masterKeys;
    private final Clock clock;
    private final Patience patience;

    KeyStore(MongoDatabase database, MasterKeys masterKeys, Clock clock, Patience patience) {
        this.database =
                database.withCodecRegistry(Documents.CODECS)
                        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                        .withReadConcern(ReadConcern.MAJORITY);
        this.persons = this.database.getCollection("persons", BsonDocument.class);
        this.keys = this.database.getCollection("keys", BsonDocument.class);
        this.masterKeys = masterKeys;
        this.clock = clock;
        this.patience = patience;
    }

    /// Refuses to work with a store whose keys the master keys do not open: else a service that was
    /// given the wrong one would make keys that the others cannot read.
    ///
    /// @throws MasterKeyFault when a keyset is wrapped by a master key that was not given
    void open() {
        persons.createIndex(Indexes.ascending(MASTER_KEY));
        Set<String> wrapping = new TreeSet<>();
        for (MongoCollection<BsonDocument> collection : List.of(persons, keys)) {
            collection.distinct(MASTER_KEY, exists(MASTER_KEY), String.class).into(wrapping);
        }
        wrapping.removeAll(masterKeys.names());
        if (!wrapping.isEmpty()) {
            throw new MasterKeyFault(
                    "Keys in the store are wrapped by master key "
                            + String.join(", ", wrapping)
                            + ", and the service was given "
                            + String.join(", ", masterKeys.names())
                            + ".",
                    "Set BRIDGEHEAD_MASTER_KEY to the key that the other services have; while a"
                            + " master key is being replaced, to both, separated by a comma.");
        }
    }

    Optional<Holding> find(String person) {
        return Optional.ofNullable(persons.find(eq("_id", person)).first()).map(this::holding);
    }

    /// Answered without opening a key.
    boolean isForgotten(String person) {
        return persons.find(and(eq("_id", person), exists(FORGOTTEN_AT)))
                        .projection(Projections.include("_id"))
                        .first()
                != null;
    }

    /// The person's key, made when there is none. Of several who make it at once, one succeeds and all
    /// get that one.
    Holding obtain(String person) {
        Optional<Holding> there = find(person);
        return there.isPresent()
                ? there.get()
                : holding(madeOrFound(persons, person, KeyUse.ofPerson(person)));
    }

    /// The key under which values become blind indexes: one for all services that share the store.
    PrfSet blindIndexKey() {
        KeyUse<PrfSet> use = KeyUse.BLIND_INDEXES;
        BsonDocument there = keys.find(eq("_id", use.name())).first();
        BsonDocument stored = there == null ? madeOrFound(keys, use.name(), use) : there;
        return masterKeys.open(keyset(stored), use);
    }

    private BsonDocument madeOrFound(
            MongoCollection<BsonDocument> collection, String id, KeyUse<?> use) {
        BsonDocument made = masterKeys.make(use).toBson();
        return patience.outlast(() ->
                Objects.requireNonNull(
                        collection.findOneAndUpdate(
                                eq("_id", id),
                                Updates.setOnInsert(KEYSET, made),
                                new FindOneAndUpdateOptions()
                                        .upsert(true)
                                        .returnDocument(ReturnDocument.AFTER))));
    }

    /// Destroys the person's key, or sees to it that there never is one. What was encrypted under it
    /// can then be read by nobody, wherever it lies.
    void destroy(String person) {
        patience.outlast(() ->
                persons.updateOne(
                        eq("_id", person),
                        Updates.combine(
                                Updates.unset(KEYSET),
                                Updates.min(FORGOTTEN_AT, new BsonDateTime(clock.millis()))),
                        new UpdateOptions().upsert(true)));
    }

    /// Wraps by the first master key what is still wrapped by another.
    ///
    /// @return how many keysets that were
    long rewrap() {
        return rewrap(keys, _ -> KeyUse.BLIND_INDEXES) + rewrap(persons, KeyUse::ofPerson);
    }

    private long rewrap(
            MongoCollection<BsonDocument> collection, Function<String, KeyUse<?>> useOf) {
        long rewrapped = 0;
        for (BsonDocument stored :
                collection.find(and(exists(MASTER_KEY), ne(MASTER_KEY, masterKeys.first())))) {
            String id = stored.getString("_id").getValue();
            WrappedKeyset old = keyset(stored);
            WrappedKeyset renewed = masterKeys.rewrap(old, useOf.apply(id));
            // only in place of the old one: who was forgotten meanwhile stays forgotten
            rewrapped +=
                    collection
                            .updateOne(
                                    and(eq("_id", id), eq(KEYSET, old.toBson())),
                                    Updates.set(KEYSET, renewed.toBson()))
                            .getModifiedCount();
        }
        return rewrapped;
    }

    MongoDatabase database() {
        return database;
    }

    private Holding holding(BsonDocument person) {
        return person.containsKey(FORGOTTEN_AT)
                ? new Forgotten()
                : new Held(
                        masterKeys.open(
                                keyset(person),
                                KeyUse.ofPerson(person.getString("_id").getValue())));
    }

    private static WrappedKeyset keyset(BsonDocument stored) {
        return WrappedKeyset.fromBson(stored.getDocument(KEYSET));
    }

    Patience patience() {
        return patience;
    }
}
