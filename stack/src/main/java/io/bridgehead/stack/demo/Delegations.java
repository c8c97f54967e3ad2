package io.bridgehead.stack.demo;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The host opens the edition; four cities send in their delegations; the host approves, and who finds
/// no place waits in line.
final class Delegations {

    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private record Delegation(String city, String name, String sheet) {}

    private static final List<Delegation> DELEGATIONS =
            List.of(
                    new Delegation("qz", "衢州代表团", "quzhou.xlsx"),
                    new Delegation("sr", "上饶代表团", "shangrao.xlsx"),
                    new Delegation("hs", "黄山代表团", "huangshan.xlsx"),
                    new Delegation("np", "南平代表团", "nanping.xlsx"));

    private final Walk walk;

    Delegations(Walk walk) {
        this.walk = walk;
    }

    void openEdition() {
        walk.title(1, "The host city opens the edition");
        JsonNode opened =
                walk.as("qz-organizer").post("/editions", "demo-edition", walk.samples().edition());
        walk.say(
                "%s  %s", opened.path("id").asString(), opened.path("title").path("zh").asString());
    }

    void arrive() {
        walk.title(2, "Four cities send in their delegations");
        DELEGATIONS.forEach(this::send);
        approve();
    }

    private void send(Delegation sent) {
        Api api = walk.as("city-" + sent.city());
        JsonNode delegation =
                api.post(
                        "/delegations",
                        "demo-delegation-" + sent.city(),
                        Map.of("edition", walk.edition(), "name", sent.name()));
        JsonNode started =
                api.post(
                        "/delegations/" + delegation.path("id").asString() + "/imports",
                        "demo-import-" + sent.city(),
                        XLSX,
                        walk.samples().delegation(sent.sheet()));
        JsonNode done =
                walk.await(
                        "the import of " + sent.sheet(),
                        () -> api.get("/imports/" + started.path("id").asString()),
                        operation -> !Api.is(operation, "running"));
        if (!Api.is(done, "done")) {
            throw new BrokenLink("the import of " + sent.sheet() + " ended as " + done);
        }
        if (done.path("findings").isEmpty()) {
            throw new BrokenLink("the bad row of " + sent.sheet() + " was not reported");
        }
        walk.say("%s  %d rows read", sent.name(), done.path("total").asInt());
        for (JsonNode finding : done.path("findings")) {
            walk.say(
                    "    row %d, %s: %s",
                    finding.path("row").asInt(),
                    finding.path("column").asString("-"),
                    finding.path("message").path("en").asString());
        }
    }

    private void approve() {
        Api organizer = walk.as("qz-organizer");
        for (JsonNode delegate : toApprove()) {
            String id = delegate.path("id").asString();
            organizer.post("/delegates/" + id + "/approve", "demo-approve-" + id, Map.of());
        }
        List<JsonNode> settled =
                walk.await(
                        "the places of the approved delegates",
                        () -> walk.delegates(""),
                        delegates ->
                                delegates.stream()
                                        .noneMatch(delegate -> Api.is(delegate, "approved")));
        long open = settled.stream().filter(delegate -> Api.is(delegate, "registered")).count();
        walk.say("%d delegates are left for you to approve", open);
        Table table = new Table("city", "kind", "places", "granted", "waiting");
        for (JsonNode row : organizer.get("/editions/" + walk.edition() + "/places")) {
            if (row.path("granted").asInt() > row.path("places").asInt()) {
                throw new BrokenLink("more places were given than there are: " + row);
            }
            table.add(
                    row.path("city").asString(),
                    row.path("kind").asString(),
                    row.path("places").asString(),
                    row.path("granted").asString(),
                    row.path("waiting").asString());
        }
        walk.show(table);
        List<JsonNode> waiting =
                settled.stream().filter(delegate -> Api.is(delegate, "waiting")).toList();
        if (waiting.isEmpty()) {
            throw new BrokenLink(
                    "nobody waits in line, though Shangrao asked for more than it has");
        }
        for (JsonNode delegate : waiting) {
            walk.say(
                    "waits in line: %s of %s, position %d",
                    delegate.path("maskedName").asString(),
                    delegate.path("organisationName").asString(),
                    delegate.path("position").asInt());
        }
    }

    private List<JsonNode> toApprove() {
        List<String> left =
                Api.each(walk.samples().leftOpen().path("approvals"))
                        .map(JsonNode::asString)
                        .toList();
        return walk.delegates("&state=registered").stream()
                .filter(delegate -> !left.contains(delegate.path("jobTitle").asString()))
                .toList();
    }
}
