package io.bridgehead.registration.places;

import static io.bridgehead.registration.edition.GuestKind.DELEGATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.bridgehead.platform.documents.Documents;
import io.bridgehead.platform.documents.Unsent;
import io.bridgehead.registration.TestDocuments;
import io.bridgehead.registration.edition.EditionFixture;
import io.bridgehead.registration.edition.Quota;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DrawingPlacesTest {

    private static final String EDITION = "2025-quzhou";
    private static final int OTHERS = 5;

    private final TestDocuments documents = new TestDocuments();
    private final CountDownLatch firstIsWriting = new CountDownLatch(1);
    private final CountDownLatch othersWait = new CountDownLatch(1);
    private final AtomicInteger writes = new AtomicInteger();

    /// The first write takes until the others stand in line; the one for all of them ends in an Error.
    private void outbox(Unsent left) {
        switch (writes.incrementAndGet()) {
            case 1 -> {
                firstIsWriting.countDown();
                await(othersWait);
            }
            case 2 -> throw new OutOfMemoryError("of " + left.id());
            default -> {}
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anErrorOfTheFrontLeavesNobodyUnserved() throws Exception {
        EditionFixture.open(documents.open(), EDITION, new Quota("sr", DELEGATE, 50));
        Documents failing = documents.open(this::outbox);
        DrawingPlaces drawing =
                new DrawingPlaces(
                        new PlacesByEdition(failing, EditionFixture.editions(documents.open())));
        CompletableFuture<Void> first = draw(drawing, "first", new ArrayList<>());
        await(firstIsWriting);
        List<Thread> threads = new ArrayList<>();
        List<CompletableFuture<Void>> others = new ArrayList<>();
        for (int i = 0; i < OTHERS; i++) {
            others.add(draw(drawing, "other" + i, threads));
        }
        for (Thread thread : threads) {
            while (thread.getState() != Thread.State.WAITING) {
                Thread.sleep(5);
            }
        }
        othersWait.countDown();

        assertThatCode(() -> first.get(10, TimeUnit.SECONDS)).doesNotThrowAnyException();
        for (CompletableFuture<Void> other : others) {
            assertThat(other)
                    .failsWithin(10, TimeUnit.SECONDS)
                    .withThrowableThat()
                    .havingRootCause()
                    .isInstanceOf(OutOfMemoryError.class);
        }
        drawing.draw(EDITION, "later", "sr", DELEGATE);
    }

    private static CompletableFuture<Void> draw(
            DrawingPlaces drawing, String delegate, List<Thread> threads) {
        CompletableFuture<Void> drawn = new CompletableFuture<>();
        threads.add(
                Thread.ofPlatform()
                        .daemon()
                        .start(() -> {
                            try {
                                drawing.draw(EDITION, delegate, "sr", DELEGATE);
                                drawn.complete(null);
                            } catch (RuntimeException | Error e) {
                                drawn.completeExceptionally(e);
                            }
                        }));
        return drawn;
    }
}
