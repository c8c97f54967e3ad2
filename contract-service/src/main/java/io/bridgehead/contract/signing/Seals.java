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
import org.jspecify.annotations.Nullable;
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
/// `document` is the digest of its text in UTF-8, every other part that of its canonical JSON. Until all
/// parties have signed the form is another one, so that the seal of a record that only some have signed
/// never passes for one that all have.
@Component
final class Seals {

    private static final String ALL_SIGNED = "agreement/1";
    private static final String PARTLY_SIGNED = "partly-signed-agreement/1";
    private static final String DOCUMENT = "document";
    private static final String SEAL = "seal";

    /// What the state of a record is called where it is stored.
    private static final String STATE = "_kind";

    /// The state in which a record is sealed in each form.
    private static final Map<String, String> STATES =
            Map.of(ALL_SIGNED, "signed", PARTLY_SIGNED, "partlySigned");

    private final SealKeys keys;

    Seals(SealKeys keys) {
        this.keys = keys;
    }

    Seal seal(String agreement, SealedParts parts) {
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("form", formOf(parts)).put("agreement", agreement);
        ObjectNode digests = manifest.putObject("parts");
        for (Map.Entry<String, JsonNode> part : json(parts).properties()) {
            digests.put(part.getKey(), digest(part.getKey(), part.getValue()));
        }
        return new Seal(keys.sealingId(), Jws.compact(CanonicalJson.write(manifest), keys));
    }

    /// Whether the seal is of this record, and of these very parts.
    ///
    /// @param seal null where someone has taken it away
    boolean holds(String agreement, SealedParts parts, @Nullable Seal seal) {
        return Optional.ofNullable(seal)
                .map(Seal::jws)
                .flatMap(Jws::parse)
                .filter(this::isOurs)
                .map(Jws::payload)
                .filter(manifest -> formOf(manifest).equals(formOf(parts)))
                .filter(manifest -> compare(agreement, json(parts), manifest).isEmpty())
                .isPresent();
    }

    /// @return nothing when all have signed and the record is whole
    List<Finding> verify(StoredAgreement stored) {
        JsonNode state = stored.state();
        JsonNode seal = state.path(SEAL);
        if (seal.isMissingNode()) {
            return List.of(withoutSeal(state));
        }
        Optional<Jws> jws = Jws.parse(seal.path("jws").asString(""));
        if (jws.isEmpty()) {
            return List.of(new Finding(SEAL, Finding.Code.BROKEN));
        }
        List<Finding> findings = new ArrayList<>();
        if (!seal.path("keyId").asString("").equals(jws.get().keyId())) {
            findings.add(new Finding("keyId", Finding.Code.ALTERED));
        }
        if (!keys.knows(jws.get().keyId())) {
            findings.add(new Finding("keyId", Finding.Code.UNKNOWN_KEY));
            return findings;
        }
        JsonNode manifest = jws.get().payload();
        if (!isOurs(jws.get())) {
            findings.add(new Finding(SEAL, Finding.Code.BROKEN));
            return findings;
        }
        if (!state.path(STATE).asString("").equals(STATES.get(formOf(manifest)))) {
            findings.add(new Finding("state", Finding.Code.ALTERED));
        }
        findings.addAll(compare(stored.id(), state, manifest));
        if (findings.isEmpty() && !stored.isReadable()) {
            findings.add(new Finding("record", Finding.Code.UNREADABLE));
        }
        if (findings.isEmpty() && formOf(manifest).equals(PARTLY_SIGNED)) {
            findings.add(new Finding(SEAL, Finding.Code.NOT_SEALED));
        }
        return findings;
    }

    /// A draft has none yet; a record that has signatures, or says so, has lost it.
    private static Finding withoutSeal(JsonNode state) {
        boolean wasSealed =
                STATES.containsValue(state.path(STATE).asString(""))
                        || !state.path("signatures").isMissingNode();
        return new Finding(SEAL, wasSealed ? Finding.Code.MISSING : Finding.Code.NOT_SEALED);
    }

    private boolean isOurs(Jws jws) {
        return jws.verifiedBy(keys) && STATES.containsKey(formOf(jws.payload()));
    }

    private static String formOf(SealedParts parts) {
        return parts.areSignedByAll() ? ALL_SIGNED : PARTLY_SIGNED;
    }

    private static String formOf(JsonNode manifest) {
        return manifest.path("form").asString("");
    }

    private static JsonNode json(SealedParts parts) {
        return Documents.EVENT_JSON.valueToTree(parts);
    }

    /// @param record the parts, and perhaps state and seal, which are not parts
    private static List<Finding> compare(String agreement, JsonNode record, JsonNode manifest) {
        List<Finding> findings = new ArrayList<>();
        if (!manifest.path("agreement").asString("").equals(agreement)) {
            findings.add(new Finding("agreement", Finding.Code.ALTERED));
        }
        JsonNode digests = manifest.path("parts");
        for (Map.Entry<String, JsonNode> part : digests.properties()) {
            JsonNode value = record.path(part.getKey());
            if (value.isMissingNode()) {
                findings.add(new Finding(part.getKey(), Finding.Code.MISSING));
            } else if (!part.getValue().asString().equals(digest(part.getKey(), value))) {
                findings.add(new Finding(part.getKey(), Finding.Code.ALTERED));
            }
        }
        for (String name : record.propertyNames()) {
            if (!digests.has(name) && !name.equals(STATE) && !name.equals(SEAL)) {
                findings.add(new Finding(name, Finding.Code.ALTERED));
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
