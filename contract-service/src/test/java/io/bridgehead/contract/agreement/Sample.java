package io.bridgehead.contract.agreement;

import io.bridgehead.contract.agreement.Agreement.Origin;
import io.bridgehead.contract.agreement.Agreement.Party;
import io.bridgehead.contract.agreement.Agreement.Seal;
import io.bridgehead.contract.agreement.Agreement.SealedParts;
import io.bridgehead.contract.agreement.Agreement.Signature;
import io.bridgehead.contract.agreement.Agreement.Terms;
import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.Transition;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.codecs.Codec;
import org.bson.codecs.EncoderContext;

/// An agreement of a Quzhou institute with a Shangrao enterprise, in each of its states.
public final class Sample {

    public static final String ID = "0b6f2f0e-8d55-8c1e-9b1a-2f64d1f5a001";
    public static final Instant MONDAY = Instant.parse("2025-09-24T02:30:00Z");

    public static final Party INSTITUTE =
            new Party("qz", "12330800MBEX00014N", "浙江大学衢州研究院", "delegate-qz");
    public static final Party ENTERPRISE =
            new Party("sr", "91361100MAEX001173", "上饶锂电材料有限公司（示例）", "delegate-sr");

    public static final Origin ORIGIN =
            new Origin(
                    "2025-quzhou", "meeting-1", "intent-1", Instant.parse("2025-09-24T01:15:00Z"));
    public static final String TITLE = "高安全固态电解质联合研发";
    public static final Terms TERMS =
            new Terms(
                    AgreementKind.TECHNOLOGY_COOPERATION,
                    "双方共建联合实验室。\n首期开展固态电解质中试验证。",
                    new Money(500_000_000, "CNY"));

    /// For signatures that are not taken.
    public static final Function<SealedParts, Seal> NO_SEAL =
            parts -> {
                throw new AssertionError("sealed what must not be: " + parts);
            };

    private static final Codec<Agreement> CODEC = Documents.CODECS.get(Agreement.class);

    private Sample() {}

    public static Transition<Agreement, AgreementEvent> drafting() {
        return Agreement.draft(ID, ORIGIN, TITLE, TERMS, List.of(INSTITUTE, ENTERPRISE));
    }

    public static Agreement draft() {
        return drafting().state();
    }

    public static Signature by(Party party, Agreement shown) {
        Instant at = party.equals(INSTITUTE) ? MONDAY : MONDAY.plusSeconds(90);
        return new Signature(
                party.organisation(), "subject-" + party.city(), shown.documentDigest(), at);
    }

    public static Agreement.PartlySigned partlySigned(Function<SealedParts, Seal> sealing) {
        Agreement draft = draft();
        return (Agreement.PartlySigned) draft.sign(by(INSTITUTE, draft), sealing).state();
    }

    public static Agreement.Signed signed(Function<SealedParts, Seal> sealing) {
        return signed(draft(), sealing);
    }

    /// By all of its parties, in their order.
    public static Agreement.Signed signed(Agreement draft, Function<SealedParts, Seal> sealing) {
        Agreement agreement = draft;
        for (Party party : draft.parties()) {
            agreement = agreement.sign(by(party, draft), sealing).state();
        }
        return (Agreement.Signed) agreement;
    }

    /// As the repository writes it.
    public static BsonDocument stored(Agreement agreement) {
        BsonDocument state = new BsonDocument();
        CODEC.encode(new BsonDocumentWriter(state), agreement, EncoderContext.builder().build());
        return state;
    }

    /// As the repository reads it, whatever it is.
    public static StoredAgreement read(String id, BsonDocument state) {
        BsonDocument document =
                new BsonDocument("_id", new BsonString(id))
                        .append("version", new BsonInt64(3))
                        .append("createdAt", new BsonDateTime(MONDAY.toEpochMilli()))
                        .append("updatedAt", new BsonDateTime(MONDAY.toEpochMilli()))
                        .append("state", state);
        return StoredAgreement.of(document, CODEC);
    }
}
