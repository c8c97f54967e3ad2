package io.bridgehead.contract.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bridgehead.contract.agreement.Agreement;
import io.bridgehead.contract.agreement.Agreement.Seal;
import io.bridgehead.contract.agreement.Agreement.SealedParts;
import io.bridgehead.contract.agreement.Sample;
import io.bridgehead.contract.signing.OfflineVerifier.Outcome;
import io.bridgehead.platform.documents.Documents;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The script that strangers verify an agreement with knows nothing of ours but its documentation.
class OfflineVerificationTest {

    private final SealKeys keys = TestKeys.sealingWith(TestKeys.RFC_8037);
    private final Agreement.Signed signed = Sample.signed(parts -> TestKeys.seal(Sample.ID, parts));

    @TempDir private Path folder;

    /// What the endpoints answer.
    @BeforeEach
    void fetch() throws Exception {
        assumeTrue(OfflineVerifier.canRun(), "needs bash, openssl, jq and sha256sum");
        answer(signed.sealedParts(), signed.seal());
        Files.writeString(folder.resolve("document.txt"), signed.document());
        write(
                "seal-keys.json",
                Documents.EVENT_JSON
                        .createObjectNode()
                        .set("keys", Documents.EVENT_JSON.valueToTree(keys.published())));
    }

    private void answer(SealedParts sealed, Seal seal) throws Exception {
        ObjectNode agreement = Documents.EVENT_JSON.createObjectNode().put("id", Sample.ID);
        agreement.set("sealed", Documents.EVENT_JSON.valueToTree(sealed));
        agreement.put("seal", seal.jws());
        write("agreement.json", agreement);
    }

    private void write(String file, JsonNode content) throws Exception {
        Files.writeString(folder.resolve(file), content.toString());
    }

    private void edit(String file, String text, String other) throws Exception {
        String content = Files.readString(folder.resolve(file));
        assertThat(content).contains(text);
        Files.writeString(folder.resolve(file), content.replace(text, other));
    }

    private Outcome verify() throws Exception {
        return OfflineVerifier.run(folder);
    }

    @Test
    void whatWasSealedVerifies() throws Exception {
        assertThat(verify()).isEqualTo(new Outcome(0, "as sealed: " + Sample.ID));
    }

    @ParameterizedTest
    @CsvSource({
        "agreement.json, 联合研发, 联合研究, document title",
        "agreement.json, 500000000, 500000001, terms",
        "agreement.json, 上饶锂电, 上饶光学, document parties",
        "agreement.json, subject-sr, subject-np, signatures",
        "agreement.json, 2025-09-24T01:15:00Z, 2025-09-25T01:15:00Z, origin",
        "agreement.json, '5,000,000', '6,000,000', document",
        "document.txt, '5,000,000', '6,000,000', document",
    })
    void anEditedPartIsNamed(String file, String text, String other, String parts)
            throws Exception {
        edit(file, text, other);

        String named =
                Arrays.stream(parts.split(" "))
                        .map("NOT WHAT WAS SEALED: "::concat)
                        .collect(Collectors.joining("\n"));
        assertThat(verify()).isEqualTo(new Outcome(1, named));
    }

    @Test
    void whatOnlySomeHaveSignedIsNotSealed() throws Exception {
        Agreement.PartlySigned one = Sample.partlySigned(parts -> TestKeys.seal(Sample.ID, parts));
        answer(one.sealedParts(), one.seal());

        assertThat(verify()).isEqualTo(new Outcome(1, "NOT WHAT WAS SEALED: form"));
    }

    @Test
    void aForgedSealIsNamed() throws Exception {
        edit("agreement.json", "seal\":\"eyJ", "seal\":\"eyI");
        assertThat(verify().status()).isEqualTo(1);
    }

    @Test
    void aKeyThatIsNotOursIsNamed() throws Exception {
        edit("seal-keys.json", keys.sealingId(), "another");

        assertThat(verify().said()).contains("key " + keys.sealingId() + " is not among");
    }
}
