package io.bridgehead.contract.chain;

import io.bridgehead.contract.agreement.Viewer;
import io.bridgehead.platform.events.Positions;
import io.bridgehead.platform.web.EventStream;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// One who is told of changes. What he has not read waits in a queue; when that is full he is let go, and
/// can come back with the id of what he read last.
final class Listener implements EventStream.Source {

    private static final EventStream.Message END = new EventStream.Message(null, "end", "");

    private final Viewer viewer;
    private final Interest interest;
    private final @Nullable String lastEventId;
    private final BlockingQueue<EventStream.Message> queue;
    private final Runnable whenLeft;
    private final AtomicBoolean left = new AtomicBoolean();
    private volatile boolean closed;
    private volatile @Nullable String reached;

    /// What lies before has been told, here or by another instance; null until he has joined.
    private @Nullable Positions start;

    /// Which chains he asks for; null does not narrow.
    record Interest(@Nullable String edition, @Nullable String city) {

        boolean includes(ChainRecord chain) {
            return (edition == null || edition.equals(chain.edition()))
                    && (city == null
                            || chain.parties().stream()
                                    .anyMatch(party -> party.city().equals(city)));
        }
    }

    Listener(
            Viewer viewer,
            Interest interest,
            @Nullable String lastEventId,
            int most,
            Runnable whenLeft) {
        this.viewer = viewer;
        this.interest = interest;
        this.lastEventId = lastEventId;
        this.queue = new ArrayBlockingQueue<>(most);
        this.whenLeft = whenLeft;
    }

    @Nullable String lastEventId() {
        return lastEventId;
    }

    boolean isClosed() {
        return closed;
    }

    // --- the side that tells, one thread

    void startFrom(Positions from) {
        start = from;
    }

    boolean isToHearOf(ChainRecord chain) {
        return interest.includes(chain) && viewer.mayKnowOf(chain.parties());
    }

    boolean hasNotHeard(int partition, long offset) {
        return Objects.requireNonNull(start).isBefore(partition, offset);
    }

    /// Where he stands when all has been told up to there: another instance may have told him more.
    Positions at(Positions told) {
        Positions from = Objects.requireNonNull(start);
        return told.reaches(from) ? told : told.orFurther(from);
    }

    void tell(String name, String data, String id) {
        if (!queue.offer(new EventStream.Message(id, name, data))) {
            closed = true;
        }
    }

    /// There was nothing for him up to there.
    void reach(String id) {
        if (queue.isEmpty()) {
            reached = id;
        }
    }

    void close() {
        closed = true;
        var _ = queue.offer(END);
    }

    // --- the side that reads, another thread

    @Override
    public EventStream.@Nullable Message next(Duration longest) throws InterruptedException {
        EventStream.Message next = queue.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
        if (next == null || next.equals(END)) {
            return null;
        }
        reached = null;
        return next;
    }

    @Override
    public boolean ended() {
        return closed;
    }

    @Override
    public @Nullable String id() {
        return reached;
    }

    @Override
    public void left() {
        closed = true;
        if (left.compareAndSet(false, true)) {
            whenLeft.run();
        }
    }
}
