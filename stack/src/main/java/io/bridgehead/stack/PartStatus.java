package io.bridgehead.stack;

import java.util.Optional;

/// How a part fares.
///
/// @param running what was started, dead or alive
record PartStatus(Part part, State state, Optional<RunningPart> running) {

    enum State {
        HEALTHY("healthy"),
        SILENT("does not answer"),
        DIED("died"),
        STOPPED("stopped");

        private final String shown;

        State(String shown) {
            this.shown = shown;
        }

        @Override
        public String toString() {
            return shown;
        }
    }

    static PartStatus of(Part part, Optional<RunningPart> running) {
        return new PartStatus(part, state(part, running), running);
    }

    private static State state(Part part, Optional<RunningPart> running) {
        if (running.isEmpty()) {
            return State.STOPPED;
        }
        if (running.get().process().isEmpty()) {
            return State.DIED;
        }
        return part.ready().getAsBoolean() ? State.HEALTHY : State.SILENT;
    }
}
