package io.bridgehead.contract.agreement;

import com.mongodb.client.MongoDatabase;
import io.bridgehead.contract.agreement.Agreement.Origin;
import io.bridgehead.contract.agreement.Agreement.Party;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.DocumentSettings;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.Unsent;
import io.bridgehead.platform.testing.RealParts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/// The feature's repositories on MongoDB's own engine, in a database that no other test uses.
public final class Store {

    public static final Viewer EVERYTHING = new Viewer(true, null, Set.of());

    public final MongoDatabase database = RealParts.freshDatabase();

    /// What the writes left to be sent.
    public final Queue<Unsent> unsent = new ConcurrentLinkedQueue<>();

    private final Documents documents = documents(database, unsent::add);

    public final Agreements agreements = new Agreements(documents);

    public final DraftingAgreements drafting =
            new DraftingAgreements(agreements, new RefusedDraftings(documents));

    /// @return the draft's id
    public String draft(String intent, List<Party> parties) {
        Origin origin =
                new Origin(Sample.ORIGIN.edition(), "meeting-of-" + intent, intent, Sample.MONDAY);
        CommandId command = new CommandId(intent);
        drafting.draft(
                command,
                new DraftingAgreements.Request(
                        origin, "investment", Sample.TITLE, "summary", null, parties),
                Set.of("qz", "sr"));
        return command.idOf("agreement");
    }

    /// The door to a database, for any repository.
    public static Documents documents(MongoDatabase database, Consumer<Unsent> unsent) {
        return new Documents(
                database,
                new DocumentSettings(database.getName(), 1_000, Duration.ofSeconds(10)),
                Clock.tick(Clock.systemUTC(), Duration.ofMillis(1)),
                () -> null,
                unsent);
    }
}
