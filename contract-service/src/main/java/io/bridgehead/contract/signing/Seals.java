package io.bridgehead.contract.signing;

import io.bridgehead.contract.agreement.Agreement.Seal;
import io.bridgehead.contract.agreement.Agreement.SealedParts;
import io.bridgehead.contract.agreement.Sha256;
import io.bridgehead.contract.agreement.StoredAgreement;
import io.bridgehead.platform.documents.Documents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Puts the seal on a record, and says of a stored one what is not as it was sealed.
///
/// The seal is a signature over a digest of each part, so that it shows which part was edited:
///
/// ```
/// { "agreement": "<id>", "form": "agreement/1",
///   "parts": { "document": "sha256:…", "origin": "sha256:…", "parties": "sha256:…",
///              "signatures": "sha256:…", "terms": "sha256:…", "title": "sha256:…" } }
/// ```
///
/// `document` is the digest of its text in UTF-8, every other part that of its canonical JSON.
@Component
final class Seals {

    private static final String FORM = "agreement/1";
    private static final String DOCUMENT = "document";

    /// What the state of a sealed record is called where it is stored.
    private static final String STATE = "_kind";

    private final SealKeys keys;

    Seals(SealKeys keys) {
        this.keys = keys;
    }

    Seal seal(String agreement, SealedParts parts) {
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("form", FORM).put("agreement", agreement);
        ObjectNode digests = manifest.putObject("parts");
        JsonNode all = Documents.EVENT_JSON.valueToTree(parts);
        for (Map.Entry<String, JsonNode> part : all.properties()) {
            digests.put(part.getKey(), digest(part.getKey(), part.getValue()));
        }
        return new Seal(keys.sealingId(), Jws.compact(CanonicalJson.write(manifest), keys));
    }

    /// @return nothing when the record is sealed and whole
    List<Finding> verify(StoredAgreement stored) {
        JsonNode state = stored.state();
        JsonNode seal = state.path("seal");
        if (seal.isMissingNode()) {
            return List.of(withoutSeal(state));
        }
        List<Finding> findings = new ArrayList<>();
        if (!state.path(STATE).asString("").equals("signed")) {
            findings.add(new Finding("state", Finding.Code.ALTERED));
        }
        Optional<Jws> jws = Jws.parse(seal.path("jws").asString(""));
        if (jws.isEmpty()) {
            findings.add(new Finding("seal", Finding.Code.BROKEN));
            return findings;
        }
        findings.addAll(verify(stored, seal, jws.get()));
        if (findings.isEmpty() && stored.answer() == null) {
            findings.add(new Finding("record", Finding.Code.UNREADABLE));
        }
        return findings;
    }

    /// A record that says it is signed, or has all the signatures, has lost its seal.
    private static Finding withoutSeal(JsonNode state) {
        boolean wasSealed =
                state.path(STATE).asString("").equals("signed")
                        || state.path("signatures").size()
                                >= Math.max(1, state.path("parties").size());
        return wasSealed
                ? new Finding("seal", Finding.Code.MISSING)
                : new Finding("seal", Finding.Code.NOT_SEALED);
    }

    private List<Finding> verify(StoredAgreement stored, JsonNode seal, Jws jws) {
        List<Finding> findings = new ArrayList<>();
        if (!seal.path("keyId").asString("").equals(jws.keyId())) {
            findings.add(new Finding("keyId", Finding.Code.ALTERED));
        }
        if (!keys.knows(jws.keyId())) {
            findings.add(new Finding("keyId", Finding.Code.UNKNOWN_KEY));
            return findings;
        }
        JsonNode manifest = jws.payload();
        if (!jws.verifiedBy(keys) || !manifest.path("form").asString("").equals(FORM)) {
            findings.add(new Finding("seal", Finding.Code.BROKEN));
            return findings;
        }
        if (!manifest.path("agreement").asString("").equals(stored.id())) {
            findings.add(new Finding("agreement", Finding.Code.ALTERED));
        }
        for (Map.Entry<String, JsonNode> part : manifest.path("parts").properties()) {
            JsonNode value = stored.state().path(part.getKey());
            if (value.isMissingNode()) {
                findings.add(new Finding(part.getKey(), Finding.Code.MISSING));
            } else if (!part.getValue().asString().equals(digest(part.getKey(), value))) {
                findings.add(new Finding(part.getKey(), Finding.Code.ALTERED));
            }
        }
        return findings;
    }

    /// @return an empty text for what has no canonical form, and so was never sealed
    private static String digest(String part, JsonNode value) {
        if (part.equals(DOCUMENT) && value.isString()) {
            return Sha256.of(value.asString());
        }
        try {
            return Sha256.of(CanonicalJson.write(value));
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
