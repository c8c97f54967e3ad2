package io.bridgehead.contract.signing;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import io.bridgehead.contract.agreement.Agreement.Party;
import io.bridgehead.contract.agreement.Sample;
import io.bridgehead.contract.agreement.Store;
import io.bridgehead.platform.documents.CommandId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bson.BsonDocument;
import org.bson.ByteBuf;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A signed record in MongoDB, and someone who edits it there.
class TamperingTest {

    private static final Seals SEALS = new Seals(TestKeys.sealingWith(TestKeys.RFC_8037));

    private final Store store = new Store();
    private final MongoCollection<BsonDocument> collection =
            store.database.getCollection("agreements", BsonDocument.class);
    private String id = "";
    private BsonDocument sealed = new BsonDocument();

    @BeforeEach
    void signAnAgreement() {
        id = store.draft("intent-1", List.of(Sample.INSTITUTE, Sample.ENTERPRISE));
        for (Party party : List.of(Sample.INSTITUTE, Sample.ENTERPRISE)) {
            store.agreements.change(
                    id,
                    CommandId.random(),
                    agreement ->
                            agreement.sign(
                                    Sample.by(party, agreement), parts -> SEALS.seal(id, parts)));
        }
        sealed = state();
    }

    private BsonDocument state() {
        BsonDocument document = collection.find(eq("_id", id)).first();
        assertThat(document).isNotNull();
        return document.getDocument("state");
    }

    private void write(BsonDocument state) {
        collection.updateOne(eq("_id", id), Updates.set("state", state));
    }

    private List<Finding> verify() {
        return SEALS.verify(store.agreements.stored(id, Store.EVERYTHING));
    }

    @Test
    void whatTheServiceWroteIsWhole() {
        assertThat(verify()).isEmpty();
    }

    /// One bit of each byte, wherever what results is a document at all. Names of an array's items mean
    /// nothing to BSON: with another of those it is the same document.
    @Test
    void everyFlippedByteIsFound() {
        ByteBuf buffer = new RawBsonDocument(sealed, new BsonDocumentCodec()).getByteBuffer();
        byte[] bytes = Arrays.copyOf(buffer.array(), buffer.remaining());
        Random random = new Random(19);
        List<String> passed = new ArrayList<>();
        int edits = 0;
        for (int i = 0; i < bytes.length; i++) {
            byte[] flipped = bytes.clone();
            flipped[i] ^= (byte) (1 << random.nextInt(8));
            BsonDocument edited;
            try {
                edited = new RawBsonDocument(flipped).decode(new BsonDocumentCodec());
            } catch (RuntimeException _) {
                continue;
            }
            if (edited.equals(sealed)) {
                continue;
            }
            write(edited);
            edits++;
            if (verify().isEmpty()) {
                passed.add("byte " + i + ": " + edited.toJson());
            }
        }
        assertThat(passed).isEmpty();
        assertThat(edits).isGreaterThan(bytes.length * 9 / 10);

        write(sealed);
        assertThat(verify()).isEmpty();
    }

    @Test
    void aRecordThatIsReadNoMoreIsFoundOut() {
        collection.updateOne(eq("_id", id), Updates.unset("state.title"));
        assertThat(verify()).containsExactly(new Finding("title", Finding.Code.MISSING));

        collection.updateOne(eq("_id", id), Updates.unset("state"));
        assertThat(verify()).containsExactly(new Finding("seal", Finding.Code.NOT_SEALED));
    }

    @Test
    void anotherRecordsContentIsFoundOut() {
        String other = store.draft("intent-2", List.of(Sample.INSTITUTE, Sample.ENTERPRISE));
        collection.updateOne(eq("_id", other), Updates.set("state", sealed));

        assertThat(SEALS.verify(store.agreements.stored(other, Store.EVERYTHING)))
                .containsExactly(new Finding("agreement", Finding.Code.ALTERED));
    }
}
