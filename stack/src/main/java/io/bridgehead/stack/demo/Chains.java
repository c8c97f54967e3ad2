package io.bridgehead.stack.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// The chain of every signed agreement, back to the delegates who met.
final class Chains {

    private static final String REBUILDS = "/services/contract/rebuilds";
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Walk walk;

    Chains(Walk walk) {
        this.walk = walk;
    }

    List<JsonNode> show() {
        walk.title(6, "The chain: delegate -> meeting -> intent -> agreement");
        for (JsonNode agreement : walk.signedAgreements()) {
            String id = agreement.path("id").asString();
            walk.await(
                    "the whole chain of agreement " + id,
                    this::complete,
                    complete ->
                            complete.stream()
                                    .anyMatch(chain ->
                                            chain.path("agreement")
                                                    .path("id")
                                                    .asString()
                                                    .equals(id)));
        }
        List<JsonNode> chains = complete();
        Table table = new Table("cities", "agreement", "delegates", "meeting", "intent", "signed");
        for (JsonNode chain : chains) {
            table.add(
                    join(chain.path("cityPair"), "-"),
                    chain.path("agreement").path("title").asString(),
                    Api.each(chain.path("sides"))
                            .map(side -> side.path("delegate").path("maskedName").asString())
                            .collect(Collectors.joining(" / ")),
                    shown(chain.path("meeting").path("slot").path("startsAt"))
                            + " "
                            + chain.path("meeting").path("table").asString(),
                    chain.path("intent").path("kind").asString(),
                    shown(chain.path("agreement").path("signedAt")));
        }
        walk.show(table);
        rebuild(chains);
        return chains;
    }

    private List<JsonNode> complete() {
        return walk
                .as("qz-organizer")
                .all("/chains?edition=" + walk.edition() + "&stage=signed")
                .stream()
                .filter(chain -> chain.path("complete").asBoolean())
                .toList();
    }

    private void rebuild(List<JsonNode> before) {
        Api operator = walk.as("qz-operator");
        String rebuild = "demo-rebuild-" + UUID.randomUUID();
        operator.post(REBUILDS, rebuild, Map.of("subscription", "chain"));
        walk.await(
                "the rebuilt chain view",
                () -> operator.get(REBUILDS + "/chain"),
                progress -> Api.is(progress, "done"));
        if (!complete().equals(before)) {
            throw new BrokenLink("the chain view, dropped and replayed, is not what it was");
        }
        walk.say("dropped and replayed from the topics, the chain view is the same");
    }

    /// As the people of the edition read it, in its time zone.
    private String shown(JsonNode instant) {
        return Instant.parse(instant.asString())
                .atZone(ZoneId.of(walk.samples().edition().path("timeZone").asString()))
                .format(MINUTES);
    }

    private static String join(JsonNode array, String separator) {
        return Api.each(array).map(JsonNode::asString).collect(Collectors.joining(separator));
    }
}
