package io.bridgehead.platform.documents;

import com.mongodb.ConnectionString;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// How long whoever wants something of a database tries again, while it is away or others are faster.
public final class Patience {

    private static final int MOST_SECONDS_AWAY = 5;
    private static final long LONGEST_PAUSE_MILLIS = 500;

    private final Clock clock;
    private final Duration most;

    /// @param most in all; the attempt that is under way when it ends is waited for
    public Patience(Clock clock, Duration most) {
        this.clock = clock;
        this.most = most;
    }

    /// The driver waits 30 s for a server, and so would every request while the database is away. An
    /// address that says how long (`serverSelectionTimeoutMS`) is obeyed.
    public static void limit(MongoClientSettings.Builder client, ConnectionString address) {
        if (address.getServerSelectionTimeout() == null) {
            client.applyToClusterSettings(
                    cluster -> cluster.serverSelectionTimeout(MOST_SECONDS_AWAY, TimeUnit.SECONDS));
        }
    }

    /// Takes a step that may be done twice: again when its answer was lost, when the database is away,
    /// and when it met another that made the same document.
    public <T> T outlast(Supplier<T> step) {
        Attempts attempts = begin();
        while (true) {
            try {
                return step.get();
            } catch (MongoException e) {
                attempts.failed(e);
            }
        }
    }

    Attempts begin() {
        return new Attempts();
    }

    /// The attempts at one thing.
    final class Attempts {

        private final Instant deadline = clock.instant().plus(most);
        private long longestPause = 4;

        private Attempts() {}

        /// Waits a random moment, longer from attempt to attempt, so that writers who met do not meet
        /// again.
        ///
        /// @throws RuntimeException the fault itself, when it does not pass or the patience is at its
        ///     end
        void failed(RuntimeException fault) {
            if (!mayPass(fault) || clock.instant().isAfter(deadline)) {
                throw fault;
            }
            try {
                Thread.sleep(ThreadLocalRandom.current().nextLong(1, longestPause + 1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw fault;
            }
            longestPause = Math.min(LONGEST_PAUSE_MILLIS, longestPause * 2);
        }

        private static boolean mayPass(RuntimeException fault) {
            return Faults.mayPass(fault)
                    || (fault instanceof MongoException met
                            && ErrorCategory.fromErrorCode(met.getCode())
                                    == ErrorCategory.DUPLICATE_KEY);
        }
    }
}
