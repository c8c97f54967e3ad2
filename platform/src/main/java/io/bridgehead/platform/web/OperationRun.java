package io.bridgehead.platform.web;

import io.bridgehead.platform.documents.CommandId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One run of an operation's work: what it works on, and where it tells how far it has come. What it
/// tells is kept, for others to see, a few times a second.
public final class OperationRun {

    /// All findings are in the operation's one document; whoever gets more than this mends the sheet
    /// and comes again.
    static final int MOST_FINDINGS = 1_000;

    private final Operation operation;
    private final byte[] input;
    private final List<Finding> findings = new ArrayList<>();
    private int done;
    private int total;
    private boolean stopped;
    private boolean heeded;

    OperationRun(Operation operation, byte[] input) {
        this.operation = operation;
        this.input = input;
    }

    /// As it was when this run began.
    public Operation operation() {
        return operation;
    }

    public byte[] input() {
        return input.clone();
    }

    /// The id of one command of this work: the same in every run of it.
    ///
    /// @param name unique within the operation: `row-17`
    public CommandId step(String name) {
        return CommandId.derivedFrom("operation", operation.id(), name);
    }

    public synchronized void total(int n) {
        total = n;
    }

    public synchronized void done(int n) {
        done = n;
    }

    public synchronized void finding(Finding f) {
        if (findings.size() < MOST_FINDINGS - 1) {
            findings.add(f);
        } else if (findings.size() == MOST_FINDINGS - 1) {
            findings.add(more(f.row()));
        }
    }

    private static Finding more(int row) {
        return new Finding(
                row,
                null,
                "more-findings",
                Map.of(
                        "zh", "从此行起还有更多问题，未逐一列出。",
                        "en", "From this row on there is more, which is not listed."));
    }

    /// To be asked before each step: true when the owner has cancelled the work, or this run must
    /// leave it to another.
    public synchronized boolean cancelled() {
        heeded |= stopped;
        return stopped;
    }

    synchronized void stop() {
        stopped = true;
    }

    /// The work was told to stop, and so did not come to its end.
    synchronized boolean cutShort() {
        return heeded;
    }

    synchronized Progress progress() {
        return new Progress(done, total, List.copyOf(findings));
    }

    record Progress(int done, int total, List<Finding> findings) {}
}
