package io.bridgehead.stack.demo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// From the intent of a meeting to the sealed record of an agreement.
final class Agreements {

    /// How many parties sign; all, unless the sample says.
    private static final String SIGNATURES = "signatures";

    private final Walk walk;
    private final SealedRecord sealed;

    Agreements(Walk walk, SealedRecord sealed) {
        this.walk = walk;
        this.sealed = sealed;
    }

    void sign() {
        walk.title(5, "Intents become agreements, and each party signs what it was shown");
        sealed.putBack();
        int signed = 0;
        int open = 0;
        for (JsonNode sample : walk.samples().list("intents")) {
            JsonNode draft = draftOf(record(sample));
            if (sample.has(SIGNATURES)) {
                sign(draft, sample.path(SIGNATURES).asInt());
                open += Api.is(draft, "signed") ? 0 : 1;
            } else {
                sign(draft, Integer.MAX_VALUE);
                requireValid(draft);
                signed++;
            }
        }
        walk.say("%d agreements signed by both parties and sealed", signed);
        walk.say("%d are left for you to sign", open);
        tamper();
    }

    private JsonNode record(JsonNode sample) {
        JsonNode meeting = meetingOf(sample);
        if (!Api.is(meeting, "intentRecorded")) {
            String id = meeting.path("id").asString();
            ObjectNode body = (ObjectNode) sample.deepCopy();
            body.remove(List.of("project", "with", SIGNATURES));
            walk.asOrganisation(meeting.path("sides").path(0))
                    .post("/meetings/" + id + "/intent", "demo-intent-" + id, body);
        }
        return meeting;
    }

    private JsonNode meetingOf(JsonNode sample) {
        return walk.as("qz-organizer").all("/meetings?edition=" + walk.edition()).stream()
                .filter(meeting ->
                        Api.is(meeting, "scheduled") || Api.is(meeting, "intentRecorded"))
                .filter(meeting -> Walk.isBetween(meeting, sample))
                .findFirst()
                .orElseThrow(() ->
                        new BrokenLink(
                                "%s and %s have no meeting"
                                        .formatted(
                                                sample.path("project").asString(),
                                                sample.path("with").asString())));
    }

    private JsonNode draftOf(JsonNode meeting) {
        String query =
                "/agreements?edition=%s&meeting=%s"
                        .formatted(walk.edition(), meeting.path("id").asString());
        return walk.await(
                        "the draft agreement of meeting " + meeting.path("id").asString(),
                        () -> walk.as("qz-organizer").all(query),
                        agreements -> !agreements.isEmpty())
                .getFirst();
    }

    /// @param most of its parties that sign, in their order
    private void sign(JsonNode agreement, int most) {
        String id = agreement.path("id").asString();
        for (JsonNode party : Api.each(agreement.path("parties")).limit(most).toList()) {
            if (party.hasNonNull("signedAt")) {
                continue;
            }
            String organisation = party.path("organisation").asString();
            Api signatory = walk.as(party.path("city").asString() + "-signatory");
            String shown = digest(signatory.bytes("/agreements/" + id + "/document"));
            signatory.post(
                    "/agreements/" + id + "/signatures",
                    "demo-sign-" + id + "-" + organisation,
                    Map.of("organisation", organisation, "documentDigest", shown));
        }
    }

    private void requireValid(JsonNode agreement) {
        String id = agreement.path("id").asString();
        JsonNode verification = verify(id);
        if (!verification.path("valid").asBoolean()) {
            throw new BrokenLink(
                    "the sealed record of " + id + " does not verify: " + verification);
        }
    }

    private JsonNode verify(String agreement) {
        return walk.as("qz-auditor").get("/agreements/" + agreement + "/verification");
    }

    /// Edits one sealed record in MongoDB, shows that it is found out, and puts it back.
    private void tamper() {
        String id = walk.signedAgreements().getFirst().path("id").asString();
        sealed.edited(
                id,
                () -> {
                    JsonNode verification = verify(id);
                    if (verification.path("valid").asBoolean()) {
                        throw new BrokenLink("an edited record was not noticed: " + id);
                    }
                    for (JsonNode finding : verification.path("findings")) {
                        walk.say(
                                "%s was edited in MongoDB, and verify says: %s",
                                id, finding.path("en").asString());
                    }
                });
        if (!verify(id).path("valid").asBoolean()) {
            throw new BrokenLink("the record that was put back does not verify: " + id);
        }
        walk.say("put back as it was, it verifies again");
    }

    private static String digest(byte[] document) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return "sha256:" + HexFormat.of().formatHex(sha256.digest(document));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
