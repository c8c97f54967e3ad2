package io.bridgehead.contract.chain;

import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.events.Event;
import io.bridgehead.platform.privacy.PersonalText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// What happened to some delegates, meetings and agreements, as events that can be put in any order in
/// which the topics might be read: each aggregate's own in theirs.
public final class History {

    private static final Instant FIRST = Instant.parse("2025-09-23T01:00:00Z");

    private final Map<String, List<Event<byte[]>>> bySubject = new TreeMap<>();
    private int minutes;

    /// A minute after what was added before.

    void add(String type, String subject, String json) {
        List<Event<byte[]>> before = bySubject.computeIfAbsent(subject, _ -> new ArrayList<>());
        long sequence = before.size() + 1L;
        before.add(
                new Event<>(
                        CommandId.derivedFrom(subject, Long.toString(sequence)).value(),
                        type,
                        subject,
                        sequence,
                        FIRST.plus(Duration.ofMinutes(minutes++)),
                        Set.of("qz", "sr"),
                        null,
                        json.getBytes(StandardCharsets.UTF_8)));
    }

    /// Two people of two cities meet, intend, and sign; as often as `number` says.
    public static History ofSignedAgreements(int number) {
        return ofSignedAgreements(number, person -> new PersonalText(person, "AQ"));
    }

    /// @param names gives each person's name, encrypted
    public static History ofSignedAgreements(int number, Function<String, PersonalText> names) {
        History history = new History();
        for (int i = 1; i <= number; i++) {
            for (String city : List.of("qz", "sr")) {
                history.delegate(city + i, city, names.apply(city + i));
            }
            history.meeting(i);
            history.agreement(i);
        }
        return history;
    }

    /// Two people of two cities are to meet, as often as `number` says, counted from `first`.
    public static History ofMeetings(int first, int number, Function<String, PersonalText> names) {
        History history = new History();
        for (int i = first; i < first + number; i++) {
            for (String city : List.of("qz", "sr")) {
                history.delegate(city + i, city, names.apply(city + i));
            }
            history.meeting(i);
        }
        return history;
    }

    /// What nobody can agree on: both sides are the same.
    public static History refusedIntent() {
        History history = new History();
        String sides =
                """
                {"city":"qz","organisation":"o","organisationName":"甲","delegate":"qz1"},
                {"city":"qz","organisation":"o","organisationName":"甲","delegate":"qz2"}\
                """;
        history.add(
                "meeting.requested.v1",
                "meeting-of-one",
                """
                {"meeting":"meeting-of-one","edition":"e1","project":"p","title":"自谈",
                 "counterpart":{"kind":"fund","id":"f"},"sides":[%s]}\
                """
                        .formatted(sides));
        history.add(
                "intent.recorded.v1",
                "meeting-of-one",
                """
                {"intent":"intent-of-one","meeting":"meeting-of-one","edition":"e1",
                 "kind":"investment","title":"意向","summary":"","recordedAt":"2025-09-24T06:25:00Z",
                 "sides":[%s]}\
                """
                        .formatted(sides));
        return history;
    }

    private void delegate(String id, String city, PersonalText name) {
        String base =
                """
                {"delegate":"%s","edition":"e1","city":"%s","kind":"delegate"}\
                """
                        .formatted(id, city);
        add(
                "delegate.registered.v1",
                id,
                """
                {"delegate":"%s","edition":"e1","city":"%s","organisation":"o-%s","jobTitle":"工程师",
                 "kind":"delegate","leader":false,"name":{"person":"%s","ciphertext":"%s"}}\
                """
                        .formatted(id, city, city, name.person(), name.ciphertext()));
        add("delegate.waiting.v1", id, base);
        add("delegate.approved.v1", id, base);
        add("delegate.revealed.v1", id, base);
        add("delegate.confirmed.v1", id, base);
    }

    private void meeting(int i) {
        String id = "meeting-" + i;
        String matter =
                """
                "meeting":"%1$s","edition":"e1","project":"project-%2$d","title":"项目%2$d × 基金%2$d",
                 "counterpart":{"kind":"fund","id":"fund-%2$d"},"sides":[%3$s]\
                """
                        .formatted(id, i, sides(i));
        add("meeting.requested.v1", id, "{" + matter + "}");
        add("meeting.accepted.v1", id, "{" + matter + "}");
        add("meeting.unplaced.v1", id, "{" + matter + ",\"reason\":\"tablesTaken\"}");
        add(
                "meeting.scheduled.v1",
                id,
                """
                {%s,"table":"A%d",
                 "slot":{"startsAt":"2025-09-24T06:00:00Z","endsAt":"2025-09-24T06:20:00Z"}}\
                """
                        .formatted(matter, i));
        add(
                "intent.recorded.v1",
                id,
                """
                {"intent":"intent-%1$d","meeting":"meeting-%1$d","edition":"e1","kind":"investment",
                 "title":"意向%1$d","summary":"共同投资","amount":{"amount":2600000000,"currency":"CNY"},
                 "recordedAt":"2025-09-24T06:25:00Z","sides":[%2$s]}\
                """
                        .formatted(i, sides(i)));
    }

    private static String sides(int i) {
        return """
        {"city":"qz","organisation":"o-qz","organisationName":"甲","delegate":"qz%1$d"},
        {"city":"sr","organisation":"o-sr","organisationName":"乙","delegate":"sr%1$d"}\
        """
                .formatted(i);
    }

    private void agreement(int i) {
        String id = "agreement-" + i;
        add(
                "agreement.drafted.v1",
                id,
                """
                {"agreement":"%s","edition":"e1","meeting":"meeting-%d","intent":"intent-%d",
                 "kind":"investment","title":"协议%d","documentDigest":"sha256:00","parties":[%s]}\
                """
                        .formatted(id, i, i, i, sides(i)));
        for (String city : List.of("sr", "qz")) {
            add(
                    "signature.given.v1",
                    id,
                    """
                    {"agreement":"%s","edition":"e1","meeting":"meeting-%d","organisation":"o-%s",
                     "city":"%s","documentDigest":"sha256:00","signedAt":"2025-09-24T07:00:00Z"}\
                    """
                            .formatted(id, i, city, city));
        }
        add(
                "agreement.signed.v1",
                id,
                """
                {"agreement":"%s","edition":"e1","meeting":"meeting-%d",
                 "signedAt":"2025-09-24T07:00:00Z","keyId":"k"}\
                """
                        .formatted(id, i));
    }

    /// The events of these kinds of aggregate, each aggregate's in their order.
    public List<Event<byte[]>> of(String... kinds) {
        return bySubject.values().stream()
                .flatMap(List::stream)
                .filter(event -> Arrays.asList(kinds).contains(kind(event)))
                .toList();
    }

    /// The intent is the last event of its meeting.
    private static String kind(Event<?> event) {
        String kind = event.type().substring(0, event.type().indexOf('.'));
        return kind.equals("intent") ? "meeting" : kind;
    }

    /// Any order that keeps each aggregate's own, and now and then one that came before once more.
    List<Event<byte[]>> interleaved(Random random) {
        List<Deque<Event<byte[]>>> left = new ArrayList<>();
        bySubject.values().forEach(events -> left.add(new ArrayDeque<>(events)));
        List<Event<byte[]>> order = new ArrayList<>();
        while (!left.isEmpty()) {
            Deque<Event<byte[]>> next = left.get(random.nextInt(left.size()));
            order.add(next.remove());
            if (next.isEmpty()) {
                left.remove(next);
            }
            if (random.nextInt(4) == 0) {
                order.add(order.get(random.nextInt(order.size())));
            }
        }
        return order;
    }
}
