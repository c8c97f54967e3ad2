package io.bridgehead.stack.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/// Who should meet, who asks whom, and when they do.
final class Meetings {

    private static final int REQUESTS_A_PROJECT = 3;

    private final Walk walk;
    private final Demo.Accounts accounts;

    Meetings(Walk walk, Demo.Accounts accounts) {
        this.walk = walk;
        this.accounts = accounts;
    }

    void meet() {
        walk.title(4, "Who should meet is computed, asked for, accepted and given a slot");
        walk.as("qz-organizer").post("/timetables", "demo-timetable", walk.samples().timetable());
        for (JsonNode project : projects()) {
            request(project);
        }
        accept();
        List<JsonNode> settled =
                walk.await(
                        "the slots of the accepted meetings",
                        this::all,
                        meetings ->
                                meetings.stream()
                                        .noneMatch(meeting -> Api.is(meeting, "accepted")));
        checkNoDoubleBooking(settled);
        show(settled);
        link(settled);
    }

    /// Gives each city's delegate account to one who has a meeting: the first by id, so that a second run
    /// finds the same.
    private void link(List<JsonNode> meetings) {
        SortedMap<String, String> delegates = new TreeMap<>();
        for (JsonNode meeting : meetings) {
            if (!meeting.has("slot")) {
                continue;
            }
            for (JsonNode side : meeting.path("sides")) {
                delegates.merge(
                        side.path("city").asString(),
                        side.path("delegate").asString(),
                        (one, other) -> one.compareTo(other) < 0 ? one : other);
            }
        }
        delegates.forEach((city, delegate) -> {
            String account = city + "-delegate";
            accounts.link(account, delegate);
            Api person = walk.as(account);
            if (!person.get("/delegates/me").path("id").asString().equals(delegate)) {
                throw new BrokenLink(account + " does not find its own record");
            }
            List<JsonNode> own =
                    person.all("/meetings?edition=" + walk.edition() + "&delegate=" + delegate);
            if (own.isEmpty()) {
                throw new BrokenLink(account + " does not find its own meetings");
            }
            walk.say("%s is a delegate with %d meetings", account, own.size());
        });
    }

    private List<JsonNode> projects() {
        return walk.as("qz-organizer").all("/projects?edition=" + walk.edition());
    }

    private List<JsonNode> all() {
        return walk.as("qz-organizer").all("/meetings?edition=" + walk.edition());
    }

    /// A project asks for its best suggestions, as far as it did not in an earlier run, which may have
    /// been broken off.
    private void request(JsonNode project) {
        String id = project.path("id").asString();
        Api api = walk.asOrganisation(project);
        Set<String> asked = new HashSet<>();
        api.all("/meetings?edition=" + walk.edition() + "&project=" + id)
                .forEach(meeting -> asked.add(meeting.path("counterpart").path("id").asString()));
        int before = asked.size();
        if (before >= REQUESTS_A_PROJECT) {
            return;
        }
        List<JsonNode> suggestions =
                Api.each(
                                api.get(
                                                "/suggestions?project="
                                                        + id
                                                        + "&limit="
                                                        + REQUESTS_A_PROJECT)
                                        .path("items"))
                        .toList();
        Set<String> conflicts = new HashSet<>();
        project.path("conflicts").forEach(conflict -> conflicts.add(conflict.asString()));
        for (JsonNode suggestion : suggestions) {
            JsonNode counterpart = suggestion.path("counterpart");
            if (conflicts.contains(counterpart.path("organisation").asString())) {
                throw new BrokenLink(
                        "a declared conflict was suggested to " + project.path("title").asString());
            }
            String other = counterpart.path("id").asString();
            if (asked.size() < REQUESTS_A_PROJECT && asked.add(other)) {
                String kind = counterpart.path("kind").asString();
                api.post(
                        "/meetings",
                        "demo-meeting-" + id + "-" + other,
                        Map.of("project", id, "counterpart", Map.of("kind", kind, "id", other)));
            }
        }
        if (asked.size() > before) {
            JsonNode best = suggestions.getFirst();
            walk.say(
                    "%s -> %s  %.2f  %s",
                    project.path("title").asString(),
                    best.path("counterpart").path("name").asString(),
                    best.path("score").asDouble(),
                    String.join(
                            "; ",
                            Api.each(best.path("reasons"))
                                    .map(reason -> reason.path("zh").asString())
                                    .toList()));
        }
    }

    /// All at the same moment, as when an organizer says that the answers close at noon.
    private void accept() {
        List<Callable<JsonNode>> acceptances = new ArrayList<>();
        for (JsonNode meeting : all().stream().filter(this::toAccept).toList()) {
            String id = meeting.path("id").asString();
            Api asked = walk.asOrganisation(meeting.path("sides").path(1));
            acceptances.add(
                    () -> asked.post("/meetings/" + id + "/accept", "demo-accept-" + id, Map.of()));
        }
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<JsonNode> answer : together.invokeAll(acceptances)) {
                answer.get();
            }
        } catch (ExecutionException e) {
            throw new BrokenLink("an acceptance failed: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokenLink("the acceptances were interrupted");
        }
        if (!acceptances.isEmpty()) {
            walk.say("%d acceptances at once", acceptances.size());
        }
    }

    private boolean toAccept(JsonNode meeting) {
        return Api.is(meeting, "requested")
                && Api.each(walk.samples().leftOpen().path("meetings"))
                        .noneMatch(left -> Walk.isBetween(meeting, left));
    }

    private static void checkNoDoubleBooking(List<JsonNode> meetings) {
        Set<String> taken = new HashSet<>();
        for (JsonNode meeting : meetings) {
            String slot = meeting.path("slot").path("startsAt").asString("");
            if (slot.isEmpty()) {
                continue;
            }
            List<String> claims = new ArrayList<>(List.of(meeting.path("table").asString()));
            meeting.path("sides").forEach(side -> claims.add(side.path("delegate").asString()));
            for (String claim : claims) {
                if (!taken.add(slot + " " + claim)) {
                    throw new BrokenLink(claim + " is booked twice at " + slot);
                }
            }
        }
    }

    private void show(List<JsonNode> meetings) {
        for (String state : List.of("scheduled", "intentRecorded", "unplaced", "requested")) {
            long count = meetings.stream().filter(meeting -> Api.is(meeting, state)).count();
            if (count > 0) {
                walk.say("%d meetings are %s", count, state);
            }
        }
    }
}
