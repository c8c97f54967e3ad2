package io.bridgehead.platform.web;

import io.bridgehead.platform.documents.CommandId;
import io.bridgehead.platform.identity.Caller;
import java.util.Map;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// A service's long work: started by a request, done by whichever instance is free, watched from any.
@SuppressWarnings("DoNotCallSuggester") // until the commit that gives it its collection
public final class Operations {

    public Operation start(
            String kind, CommandId command, Caller owner, Map<String, String> about, byte[] input) {
        throw new UnsupportedOperationException();
    }

    public Operation get(String id) {
        throw new UnsupportedOperationException();
    }

    public void cancel(String id) {
        throw new UnsupportedOperationException();
    }

    public SseEmitter progress(String id) {
        throw new UnsupportedOperationException();
    }
}
