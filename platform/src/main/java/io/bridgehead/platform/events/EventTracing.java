package io.bridgehead.platform.events;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Carries the trace of a request through the events that it causes (W3C Trace Context).
public final class EventTracing {

    private static final String TRACEPARENT = "traceparent";

    private final Tracer tracer;
    private final Propagator propagator;

    public EventTracing(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /// The context of what runs now, for the events that it causes.
    public @Nullable String current() {
        Span span = tracer.currentSpan();
        if (span == null) {
            return null;
        }
        Map<String, String> carrier = new HashMap<>();
        propagator.inject(span.context(), carrier, (_, name, value) -> carrier.put(name, value));
        return carrier.get(TRACEPARENT);
    }

    /// Runs what an event causes inside the trace that the event came with.
    void within(Event<?> event, Runnable handling) {
        Map<String, String> carrier = new HashMap<>();
        if (event.traceparent() != null) {
            carrier.put(TRACEPARENT, event.traceparent());
        }
        Span span =
                propagator
                        .extract(carrier, (_, name) -> carrier.get(name))
                        .name("receive " + event.type())
                        .kind(Span.Kind.CONSUMER)
                        .start();
        try (Tracer.SpanInScope _ = tracer.withSpan(span)) {
            handling.run();
        } finally {
            span.end();
        }
    }
}
