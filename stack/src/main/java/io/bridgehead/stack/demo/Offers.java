package io.bridgehead.stack.demo;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Projects, fund mandates and pilot bases, registered by the organisations they belong to.
final class Offers {

    private final Walk walk;

    Offers(Walk walk) {
        this.walk = walk;
    }

    void register() {
        walk.title(3, "Projects, fund mandates and pilot bases are registered");
        register("projects", "title");
        register("funds", "name");
        register("pilot-bases", "name");
    }

    private void register(String resource, String label) {
        for (JsonNode sample : walk.samples().list(resource)) {
            JsonNode contact = contact(sample);
            ObjectNode body = (ObjectNode) sample.deepCopy();
            String key = body.path("key").asString();
            body.remove("key");
            body.put("edition", walk.edition()).put("contact", contact.path("id").asString());
            Api api = walk.asOrganisation(contact);
            api.post("/" + resource, "demo-" + resource + "-" + key, body);
            walk.say("%-12s %s", resource, sample.path(label).asString());
        }
    }

    /// The sample names the confirmed delegate who speaks for it by his job title.
    private JsonNode contact(JsonNode sample) {
        String organisation = sample.path("organisation").asString();
        return walk.delegates("&state=confirmed&organisation=" + organisation).stream()
                .filter(delegate -> delegate.path("jobTitle").equals(sample.path("contact")))
                .findFirst()
                .orElseThrow(() -> new BrokenLink("no confirmed delegate speaks for " + sample));
    }
}
