package io.bridgehead.contract.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.bridgehead.contract.agreement.Store;
import io.bridgehead.platform.web.EventStream.Message;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ListenerTest {

    private static final Duration SOON = Duration.ofMillis(10);

    private final AtomicInteger left = new AtomicInteger();

    private Listener listener(int most) {
        return new Listener(
                Store.EVERYTHING,
                new Listener.Interest(null, null),
                null,
                most,
                left::incrementAndGet);
    }

    @Test
    void whoReadsTooSlowlyIsLetGo() throws InterruptedException {
        Listener listener = listener(2);
        listener.tell("chain", "1", "a");
        listener.tell("chain", "2", "b");
        assertThat(listener.ended()).isFalse();

        listener.tell("chain", "3", "c");

        assertThat(listener.ended()).isTrue();
        assertThat(listener.isClosed()).isTrue();
        // What he comes back with is the id of what he read last.
        assertThat(listener.next(SOON)).isEqualTo(new Message("a", "chain", "1"));
    }

    @Test
    void howFarHeCameIsSaidWhenThereIsNothingElse() throws InterruptedException {
        Listener listener = listener(2);
        listener.tell("chain", "1", "a");
        listener.reach("b");
        assertThat(listener.id()).isNull();

        assertThat(listener.next(SOON)).isNotNull();
        listener.reach("c");

        assertThat(listener.id()).isEqualTo("c");
        assertThat(listener.next(SOON)).isNull();
    }

    @Test
    void hisPlaceIsFreeOnce() {
        Listener listener = listener(2);
        listener.left();
        listener.left();

        assertThat(left).hasValue(1);
        assertThat(listener.ended()).isTrue();
    }

    @Test
    void whenItIsClosedItEndsAtOnce() throws InterruptedException {
        Listener listener = listener(2);
        listener.close();

        assertThat(listener.ended()).isTrue();
        assertThat(listener.next(Duration.ofSeconds(30))).isNull();
    }
}
