package io.bridgehead.matchmaking.registration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Registration's news take a moment to arrive. Whoever asks for what was confirmed a moment ago is not
/// told that nobody knows it: it is looked for again for a short while.
@Component
public class AwaitingNews {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final RegistrationSettings settings;
    private final Clock clock;

    AwaitingNews(RegistrationSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /// @return what the last look found, arrived or not
    public <T> T until(Predicate<T> arrived, Supplier<T> look) {
        Instant deadline = clock.instant().plus(settings.patience());
        while (true) {
            T found = look.get();
            if (arrived.test(found) || !clock.instant().isBefore(deadline)) {
                return found;
            }
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return found;
            }
        }
    }
}
