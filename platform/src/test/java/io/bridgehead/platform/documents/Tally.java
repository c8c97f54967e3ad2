package io.bridgehead.platform.documents;

import java.util.Set;

/// The smallest aggregate there is: it counts, up to a bound.
public sealed interface Tally {

    int count();

    @Kind("open")
    record Open(int count, int most) implements Tally {

        public Transition<Tally, Counted> add() {
            int next = count + 1;
            Tally after = next == most ? new Closed(next) : new Open(next, most);
            return Transition.to(after, new Counted(next));
        }
    }

    @Kind("closed")
    record Closed(int count) implements Tally {}

    /// @param to what the count is now
    record Counted(int to) {}

    static Transition<Tally, Counted> begin(int most) {
        return Transition.to(new Open(0, most), new Counted(0));
    }

    static Transition<Tally, Counted> add(Tally tally) {
        return switch (tally) {
            case Open open -> open.add();
            case Closed closed -> Transition.none(closed);
        };
    }

    static OutgoingEvent announce(String id, Tally after, Counted event) {
        return new OutgoingEvent("tally.counted.v1", Set.of("qz", "sr"), event);
    }
}
