package io.bridgehead.stack.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What the demo sends in: the files below `samples/`.
///
/// @param folder the folder `samples` of a checkout
record Samples(Path folder) {

    JsonNode edition() {
        return json("edition.json");
    }

    JsonNode timetable() {
        return json("timetable.json");
    }

    /// Each has a `key` of the samples' own and its `contact`'s job title; what else it has goes to the
    /// API as it is.
    List<JsonNode> list(String name) {
        return Api.each(json(name + ".json")).toList();
    }

    /// What the demo leaves for people to do in the web app: `approvals`, delegates by their job titles, and
    /// `meetings`, asked for and not answered.
    JsonNode leftOpen() {
        return json("left-open.json");
    }

    byte[] delegation(String file) {
        try {
            return Files.readAllBytes(folder.resolve("delegations").resolve(file));
        } catch (IOException e) {
            throw new BrokenLink("the sample " + file + " cannot be read: " + e);
        }
    }

    private JsonNode json(String file) {
        try {
            return Api.JSON.readTree(Files.readAllBytes(folder.resolve(file)));
        } catch (IOException e) {
            throw new BrokenLink("the sample " + file + " cannot be read: " + e);
        }
    }
}
