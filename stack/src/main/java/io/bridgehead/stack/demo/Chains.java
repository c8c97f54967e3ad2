package io.bridgehead.stack.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// The chain of every signed agreement, back to the delegates who met.
final class Chains {

    private static final String REBUILDS = "/services/contract/rebuilds";

    private final Walk walk;

    Chains(Walk walk) {
        this.walk = walk;
    }

    List<JsonNode> show() {
        walk.title(6, "The chain: delegate -> meeting -> intent -> agreement");
        int signed =
                walk.as("qz-auditor")
                        .all("/agreements?edition=" + walk.edition() + "&state=signed")
                        .size();
        List<JsonNode> chains =
                walk.await(
                        "the chain of a signed agreement",
                        this::complete,
                        complete -> complete.size() >= signed);
        Table table = new Table("cities", "agreement", "delegates", "meeting", "intent", "signed");
        for (JsonNode chain : chains) {
            table.add(
                    join(chain.path("cityPair"), "-"),
                    chain.path("title").asString(),
                    Api.each(chain.path("sides"))
                            .map(side -> side.path("delegate").path("maskedName").asString())
                            .collect(Collectors.joining(" / ")),
                    "%s %s"
                            .formatted(
                                    chain.path("meeting").path("slot").path("startsAt").asString(),
                                    chain.path("meeting").path("table").asString()),
                    chain.path("intent").path("kind").asString(),
                    chain.path("signedAt").asString());
        }
        walk.show(table);
        rebuild(chains);
        return chains;
    }

    private List<JsonNode> all() {
        return walk.as("qz-organizer").all("/chains?edition=" + walk.edition());
    }

    private List<JsonNode> complete() {
        List<JsonNode> signed =
                all().stream().filter(chain -> Meetings.is(chain, "signed")).toList();
        return signed.stream().filter(chain -> chain.path("complete").asBoolean()).toList();
    }

    private void rebuild(List<JsonNode> before) {
        Api operator = walk.as("qz-operator");
        String rebuild = "demo-rebuild-" + java.util.UUID.randomUUID();
        operator.post(REBUILDS, rebuild, Map.of("subscription", "chain"));
        walk.await(
                "the rebuilt chain view",
                () -> operator.get(REBUILDS + "/chain"),
                progress -> progress.path("state").asString().equals("done"));
        if (!complete().equals(before)) {
            throw new BrokenLink("the chain view, dropped and replayed, is not what it was");
        }
        walk.say("dropped and replayed from the topics, the chain view is the same");
    }

    private static String join(JsonNode array, String separator) {
        return Api.each(array).map(JsonNode::asString).collect(Collectors.joining(separator));
    }
}
