package io.bridgehead.matchmaking.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AwaitingNewsTest {

    private static AwaitingNews within(Duration patience) {
        return new AwaitingNews(new RegistrationSettings(patience), Clock.systemUTC());
    }

    @Test
    void looksAgainUntilTheNewsAreThere() {
        AtomicInteger looks = new AtomicInteger();

        int found = within(Duration.ofSeconds(30)).until(look -> look == 3, looks::incrementAndGet);

        assertThat(found).isEqualTo(3);
    }

    @Test
    void saysWhatItSawLastWhenNothingComes() {
        AtomicInteger looks = new AtomicInteger();

        int found = within(Duration.ofMillis(250)).until(look -> look < 0, looks::incrementAndGet);

        assertThat(found).isEqualTo(looks.get()).isBetween(2, 5);
    }

    @Test
    void looksOnceWithoutPatience() {
        AtomicInteger looks = new AtomicInteger();

        int found = within(Duration.ZERO).until(look -> look < 0, looks::incrementAndGet);

        assertThat(found).isEqualTo(1);
    }
}
