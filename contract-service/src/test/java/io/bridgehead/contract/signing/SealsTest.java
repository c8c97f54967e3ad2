package io.bridgehead.contract.signing;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.OctetKeyPair;
import io.bridgehead.contract.agreement.Agreement;
import io.bridgehead.contract.agreement.Agreement.Origin;
import io.bridgehead.contract.agreement.Agreement.Party;
import io.bridgehead.contract.agreement.Agreement.Seal;
import io.bridgehead.contract.agreement.Agreement.Terms;
import io.bridgehead.contract.agreement.AgreementKind;
import io.bridgehead.contract.agreement.Money;
import io.bridgehead.contract.agreement.Sample;
import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.documents.Documents;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SealsTest {

    private static final SealKeys KEYS = TestKeys.sealingWith(TestKeys.RFC_8037);
    private static final Seals SEALS = new Seals(KEYS);

    private final Agreement.Signed signed = Sample.signed(parts -> SEALS.seal(Sample.ID, parts));
    private final BsonDocument stored = Sample.stored(signed);

    private static List<Finding> verify(BsonDocument state) {
        return SEALS.verify(Sample.read(Sample.ID, state));
    }

    /// What verification says of the record after an edit.
    private List<Finding> after(Consumer<BsonDocument> edit) {
        BsonDocument edited = stored.clone();
        edit.accept(edited);
        return verify(edited);
    }

    private static Finding altered(String part) {
        return new Finding(part, Finding.Code.ALTERED);
    }

    @Test
    void anUntouchedRecordIsWhole() {
        assertThat(verify(stored)).isEmpty();
    }

    @Test
    void theSealNamesTheRecordAndHasADigestOfEachPart() {
        JsonNode manifest = Jws.parse(signed.seal().jws()).orElseThrow().payload();

        assertThat(manifest.path("agreement").asString()).isEqualTo(Sample.ID);
        assertThat(manifest.path("parts").propertyNames())
                .containsExactly("document", "origin", "parties", "signatures", "terms", "title");
        assertThat(manifest.path("parts").path("document").asString())
                .isEqualTo(signed.documentDigest());
    }

    /// A verifier that is not ours, and knows of us only the published key.
    @Test
    void anyJoseLibraryVerifiesIt() throws Exception {
        SealKeys.SealKey published = KEYS.published().iterator().next();
        OctetKeyPair key = OctetKeyPair.parse(Documents.EVENT_JSON.writeValueAsString(published));
        JWSObject jws = JWSObject.parse(signed.seal().jws());

        assertThat(jws.getHeader().getKeyID()).isEqualTo(signed.seal().keyId());
        assertThat(key.computeThumbprint().toString()).isEqualTo(signed.seal().keyId());
        assertThat(jws.verify(new Ed25519Verifier(key))).isTrue();
    }

    @Test
    void anEditedPartIsNamed() {
        assertThat(after(state -> state.put("title", new BsonString("另一个标题"))))
                .containsExactly(altered("title"));
        assertThat(after(state -> state.put("document", new BsonString(signed.document() + " "))))
                .containsExactly(altered("document"));
        assertThat(
                        after(state ->
                                state.getDocument("terms")
                                        .getDocument("amount")
                                        .put("amount", new BsonInt64(500_000_001))))
                .containsExactly(altered("terms"));
        assertThat(
                        after(state ->
                                state.getArray("parties")
                                        .get(1)
                                        .asDocument()
                                        .put("organisation", new BsonString("91361100MAEX00125X"))))
                .containsExactly(altered("parties"));
        assertThat(
                        after(state ->
                                state.getArray("signatures")
                                        .get(0)
                                        .asDocument()
                                        .put("signedAt", new BsonDateTime(0))))
                .containsExactly(altered("signatures"));
        assertThat(
                        after(state ->
                                state.getDocument("origin")
                                        .put("meeting", new BsonString("meeting-2"))))
                .containsExactly(altered("origin"));
    }

    @Test
    void severalEditedPartsAreAllNamed() {
        assertThat(
                        after(state -> {
                            state.put("title", new BsonString("另一个标题"));
                            state.getDocument("terms").remove("amount");
                            state.remove("parties");
                        }))
                .containsExactlyInAnyOrder(
                        altered("title"),
                        altered("terms"),
                        new Finding("parties", Finding.Code.MISSING));
    }

    @Test
    void anEditedSealIsNamed() {
        assertThat(after(state -> edit(state, "keyId", "another")))
                .containsExactly(altered("keyId"));
        assertThat(after(state -> edit(state, "jws", "not.a.seal")))
                .containsExactly(new Finding("seal", Finding.Code.BROKEN));
        assertThat(after(state -> state.put("seal", new BsonString("none"))))
                .containsExactly(new Finding("seal", Finding.Code.BROKEN));
        assertThat(after(state -> state.remove("seal")))
                .containsExactly(new Finding("seal", Finding.Code.MISSING));
    }

    private static void edit(BsonDocument state, String field, String value) {
        state.getDocument("seal").put(field, new BsonString(value));
    }

    @Test
    void anEditedStateIsNamed() {
        for (String kind : List.of("draft", "partlySigned", "other")) {
            assertThat(after(state -> state.put("_kind", new BsonString(kind))))
                    .containsExactly(altered("state"));
        }
        assertThat(
                        after(state -> {
                            state.put("_kind", new BsonString("partlySigned"));
                            state.remove("seal");
                        }))
                .containsExactly(new Finding("seal", Finding.Code.MISSING));
    }

    @Test
    void aRecordThatIsPassedOffAsAnotherIsNamed() {
        assertThat(SEALS.verify(Sample.read("another-id", stored)))
                .containsExactly(altered("agreement"));
    }

    @Test
    void aSealOfAnotherKeyIsNoSealOfOurs() {
        KeyPair forger = TestKeys.fresh();
        SealKeys forgers = TestKeys.sealingWith(TestKeys.base64(forger.getPrivate()));
        Agreement.Signed forged = Sample.signed(parts -> new Seals(forgers).seal(Sample.ID, parts));

        assertThat(verify(Sample.stored(forged)))
                .containsExactly(new Finding("keyId", Finding.Code.UNKNOWN_KEY));
        SealKeys changed =
                TestKeys.sealingWith(TestKeys.RFC_8037, TestKeys.base64(forger.getPublic()));
        assertThat(new Seals(changed).verify(Sample.read(Sample.ID, Sample.stored(forged))))
                .isEmpty();
    }

    @Test
    void whatIsNotSignedByAllIsNotSealed() {
        for (Agreement agreement : List.of(Sample.draft(), partlySigned())) {
            assertThat(verify(Sample.stored(agreement)))
                    .containsExactly(new Finding("seal", Finding.Code.NOT_SEALED));
        }
    }

    private static Agreement.PartlySigned partlySigned() {
        return Sample.partlySigned(parts -> SEALS.seal(Sample.ID, parts));
    }

    @Test
    void whatIsEditedBeforeAllHaveSignedIsNamedToo() {
        BsonDocument partly = Sample.stored(partlySigned());
        partly.put("title", new BsonString("另一个标题"));
        assertThat(verify(partly)).containsExactly(altered("title"));

        partly.remove("seal");
        assertThat(verify(partly)).containsExactly(new Finding("seal", Finding.Code.MISSING));
    }

    @Test
    void theSealOfSomeIsNotTheSealOfAll() {
        BsonDocument partly = Sample.stored(partlySigned());
        partly.put("_kind", new BsonString("signed"));

        assertThat(verify(partly)).containsExactly(altered("state"));
    }

    @Test
    void aSealHoldsForItsRecordAndForNoOther() {
        Agreement.PartlySigned one = partlySigned();

        assertThat(SEALS.holds(Sample.ID, one.sealedParts(), one.seal())).isTrue();
        assertThat(SEALS.holds(Sample.ID, signed.sealedParts(), signed.seal())).isTrue();
        assertThat(SEALS.holds("another-id", one.sealedParts(), one.seal())).isFalse();
        assertThat(SEALS.holds(Sample.ID, signed.sealedParts(), one.seal())).isFalse();
        assertThat(SEALS.holds(Sample.ID, one.sealedParts(), signed.seal())).isFalse();
        assertThat(SEALS.holds(Sample.ID, one.sealedParts(), new Seal("key", "not.a.seal")))
                .isFalse();
        assertThat(SEALS.holds(Sample.ID, one.sealedParts(), null)).isFalse();
    }

    @Test
    void aFieldThatWasAddedIsNamed() {
        assertThat(after(state -> state.put("note", new BsonString("added"))))
                .containsExactly(altered("note"));
        assertThat(after(state -> state.getDocument("terms").put("note", new BsonString("added"))))
                .containsExactly(altered("terms"));
    }

    /// Every field, at every depth: other values, other types, another name, gone.
    @Test
    void everyEditOfAFieldIsFound() {
        List<String> passed = new ArrayList<>();
        int edits = forEachField(stored, "", passed);

        assertThat(passed).isEmpty();
        assertThat(edits).isGreaterThan(200);
    }

    private int forEachField(BsonDocument within, String path, List<String> passed) {
        int edits = 0;
        for (Map.Entry<String, BsonValue> field : List.copyOf(within.entrySet())) {
            String name = field.getKey();
            BsonValue before = field.getValue();
            for (BsonValue other : others(before)) {
                within.put(name, other);
                expectFinding(path + name + " = " + other, passed);
                edits++;
            }
            within.remove(name);
            expectFinding(path + name + " removed", passed);
            within.put(name + "x", before);
            expectFinding(path + name + " renamed", passed);
            within.remove(name + "x");
            within.put(name, before);
            edits += 2;
            if (before.isDocument()) {
                edits += forEachField(before.asDocument(), path + name + ".", passed);
            }
            if (before.isArray()) {
                for (BsonValue item : before.asArray()) {
                    edits += forEachField(item.asDocument(), path + name + "[].", passed);
                }
            }
        }
        assertThat(verify(stored)).as("put back").isEmpty();
        return edits;
    }

    private void expectFinding(String edit, List<String> passed) {
        if (verify(stored).isEmpty()) {
            passed.add(edit);
        }
    }

    private static List<BsonValue> others(BsonValue value) {
        List<BsonValue> others = new ArrayList<>(List.of(BsonNull.VALUE, new BsonInt32(1)));
        switch (value.getBsonType()) {
            case STRING -> {
                String text = value.asString().getValue();
                others.add(new BsonString(text + " "));
                others.add(new BsonString(text.substring(1)));
                others.add(new BsonString(""));
            }
            case INT64 -> {
                long number = value.asInt64().getValue();
                others.add(new BsonInt64(number + 1));
                others.add(new BsonInt64(-number));
                others.add(new BsonInt64(Long.MIN_VALUE));
                others.add(new BsonInt32((int) number));
                others.add(new BsonDouble(number));
            }
            case DATE_TIME -> {
                long millis = value.asDateTime().getValue();
                others.add(new BsonDateTime(millis + 1));
                others.add(new BsonInt64(millis));
                others.add(new BsonString(Instant.ofEpochMilli(millis).toString()));
            }
            case ARRAY -> {
                BsonArray items = value.asArray();
                others.add(new BsonArray(items.reversed()));
                others.add(new BsonArray(items.subList(0, 1)));
                BsonArray more = new BsonArray(items);
                more.add(items.getFirst());
                others.add(more);
            }
            case DOCUMENT -> others.add(new BsonDocument());
            default -> throw new AssertionError("a record holds no " + value.getBsonType());
        }
        return others;
    }

    @Test
    void aThousandUntouchedRecordsRaiseNoAlarm() {
        Random random = new Random(4);
        for (int i = 0; i < 1_000; i++) {
            String id = CommandId.derivedFrom("record", Integer.toString(i)).value();
            Agreement.Signed record =
                    Sample.signed(anything(id, random), parts -> SEALS.seal(id, parts));
            BsonDocument read =
                    new RawBsonDocument(Sample.stored(record), new BsonDocumentCodec())
                            .decode(new BsonDocumentCodec());

            assertThat(SEALS.verify(Sample.read(id, read))).isEmpty();
        }
    }

    private static Agreement anything(String id, Random random) {
        Money amount =
                random.nextBoolean() ? new Money(1 + (random.nextLong() >>> 11), "CNY") : null;
        AgreementKind[] kinds = AgreementKind.values();
        List<Party> parties = new ArrayList<>();
        for (int i = 2 + random.nextInt(3); i > 0; i--) {
            parties.add(new Party("c" + i, "organisation-" + i, text(random), text(random)));
        }
        return Agreement.draft(
                        id,
                        new Origin(
                                text(random),
                                text(random),
                                text(random),
                                Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L))),
                        "标题" + text(random),
                        new Terms(kinds[random.nextInt(kinds.length)], text(random), amount),
                        parties)
                .state();
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(12), 0, 0x1f700)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
