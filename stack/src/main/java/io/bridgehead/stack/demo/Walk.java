package io.bridgehead.stack.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// What every step of the demo uses: who acts, on which samples, and where it is told.
final class Walk {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Function<String, Api> callers;
    private final Map<String, Api> known = new ConcurrentHashMap<>();
    private final Samples samples;
    private final PrintStream out;
    private final String edition;

    Walk(Function<String, Api> callers, Samples samples, PrintStream out) {
        this.callers = callers;
        this.samples = samples;
        this.out = out;
        this.edition = samples.edition().path("code").asString();
    }

    /// @param account of a person (`qz-organizer`) or of a city's own system (`city-qz`)
    Api as(String account) {
        return known.computeIfAbsent(account, callers);
    }

    /// @param side of an organisation of some city, whose account speaks for all of them
    Api asOrganisation(JsonNode side) {
        return as(side.path("city").asString() + "-organisation");
    }

    Samples samples() {
        return samples;
    }

    String edition() {
        return edition;
    }

    void title(int step, String title) {
        out.printf("%n%d/6  %s%n", step, title);
    }

    void say(String format, Object... arguments) {
        out.printf("     " + format + "%n", arguments);
    }

    void show(Table table) {
        out.print(table.toString().indent(5));
    }

    /// Events take a moment. What has not come after a minute does not come.
    ///
    /// @param link named when it breaks
    <T> T await(String link, Supplier<T> look, Predicate<T> arrived) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            T seen = look.get();
            if (arrived.test(seen)) {
                return seen;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new BrokenLink(
                        link + " did not arrive within " + PATIENCE.toSeconds() + " s");
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BrokenLink(link + " was interrupted");
            }
        }
    }

    /// @param pair `project`, its title, and `with`, the name of the fund or pilot base
    static boolean isBetween(JsonNode meeting, JsonNode pair) {
        return meeting.path("projectTitle").equals(pair.path("project"))
                && meeting.path("counterpart").path("name").equals(pair.path("with"));
    }

    List<JsonNode> delegates(String query) {
        return as("qz-organizer").all("/delegates?edition=" + edition + query);
    }

    List<JsonNode> signedAgreements() {
        return as("qz-auditor").all("/agreements?edition=" + edition + "&state=signed");
    }
}
