package io.bridgehead.platform.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/// Server-sent events to one reader, by a thread of its own: it waits where he is slow, and nobody else
/// does. When there is nothing to tell, a comment every some seconds keeps the connection, and shows
/// whether he is still there.
public final class EventStream {

    private static final Logger log = LoggerFactory.getLogger(EventStream.class);

    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final Source source;
    private final Instant until;
    private final Clock clock;
    private final SseEmitter emitter = new SseEmitter(0L);
    private final AtomicBoolean gone = new AtomicBoolean();

    /// @param id by which the reader can go on later; null for none
    /// @param data a text as it is, anything else as JSON
    public record Message(@Nullable String id, String name, Object data) {}

    /// What is told.
    public interface Source {

        /// Waits for what comes next.
        ///
        /// @return null when nothing came within that time
        @Nullable Message next(Duration longest) throws InterruptedException;

        /// Nothing more will come.
        boolean ended();

        /// How far the reader has come although there was nothing to tell him.
        default @Nullable String id() {
            return null;
        }

        /// The stream has ended, whoever ended it.
        default void left() {}
    }

    private EventStream(Source source, Instant until, Clock clock) {
        this.source = source;
        this.until = until;
        this.clock = clock;
    }

    /// Tells until the source ends, the time is over, or the reader has gone.
    public static SseEmitter of(String name, Source source, Instant until, Clock clock) {
        EventStream stream = new EventStream(source, until, clock);
        Thread thread = Thread.ofVirtual().name(name).unstarted(stream::tell);
        stream.emitter.onCompletion(() -> stream.leave(thread));
        stream.emitter.onTimeout(() -> stream.leave(thread));
        stream.emitter.onError(_ -> stream.leave(thread));
        thread.start();
        return stream.emitter;
    }

    private void leave(Thread thread) {
        gone.set(true);
        thread.interrupt();
    }

    private void tell() {
        try {
            Instant quietSince = clock.instant();
            while (!gone.get() && !source.ended()) {
                Instant now = clock.instant();
                if (!now.isBefore(until)) {
                    break;
                }
                Instant signDue = quietSince.plus(SIGN_OF_LIFE);
                if (!now.isBefore(signDue)) {
                    emitter.send(signOfLife());
                    quietSince = now;
                    continue;
                }
                Message message =
                        source.next(
                                Duration.between(now, until.isBefore(signDue) ? until : signDue));
                if (message != null) {
                    emitter.send(event(message));
                    quietSince = clock.instant();
                }
            }
            emitter.complete();
        } catch (IOException | IllegalStateException _) {
            log.debug("nobody reads {} any more", Thread.currentThread().getName());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (!gone.get()) {
                emitter.completeWithError(e);
            }
        } finally {
            source.left();
        }
    }

    private SseEventBuilder signOfLife() {
        String id = source.id();
        SseEventBuilder sign = SseEmitter.event();
        return (id == null ? sign : sign.id(id)).comment("still here");
    }

    private static SseEventBuilder event(Message message) {
        SseEventBuilder event = SseEmitter.event().name(message.name());
        if (message.id() != null) {
            event = event.id(message.id());
        }
        return message.data() instanceof String text
                ? event.data(text, TEXT)
                : event.data(message.data());
    }
}
