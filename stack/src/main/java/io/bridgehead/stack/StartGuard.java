package io.bridgehead.stack;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/// From [#arm] to [#keepRunning], what this JVM starts ends with it: at Ctrl-C, at a failure, at any
/// end. What ran before is not a child of this JVM, and is left alone.
public final class StartGuard implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RunFolder running;
    private final Turn turn;
    private final Progress progress;
    private final Thread hook = new Thread(this::stopAtTheEnd, "stop-what-was-started");
    private boolean kept;

    private StartGuard(RunFolder running, Turn turn, Progress progress) {
        this.running = running;
        this.turn = turn;
        this.progress = progress;
    }

    /// @throws StackException when another process starts or stops parts
    static StartGuard arm(RunFolder running, Progress progress) {
        StartGuard guard = new StartGuard(running, Turn.take(running), progress);
        Runtime.getRuntime().addShutdownHook(guard.hook);
        return guard;
    }

    /// From here on it stays, whatever happens to this JVM.
    public void keepRunning() {
        kept = true;
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    @Override
    public void close() {
        if (!kept) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                return; // the JVM is going down, and the hook does this already
            }
            stop();
        }
        turn.close();
    }

    private void stopAtTheEnd() {
        // whoever is still at work will complain of the parts that are being stopped here
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        stop();
    }

    private void stop() {
        List<ProcessHandle> started = started();
        if (started.isEmpty()) {
            return;
        }
        progress.say("stopping what was started");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        // again and again: a thread that was about to start something may still do it
        while (!started.isEmpty()) {
            boolean late = System.nanoTime() > deadline;
            for (ProcessHandle process : started) {
                if (late) {
                    process.destroyForcibly();
                } else {
                    process.destroy();
                }
            }
            pause();
            started = started();
        }
        for (RunningPart part : running.all()) {
            if (part.process().isEmpty()) {
                running.forget(part.name());
            }
        }
    }

    private static List<ProcessHandle> started() {
        return ProcessHandle.current().descendants().filter(ProcessHandle::isAlive).toList();
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
