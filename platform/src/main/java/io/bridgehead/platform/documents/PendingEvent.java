package io.bridgehead.platform.documents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/// An event that waits in its aggregate's document to be sent.
///
/// @param id UUID version 7, the same however often it is sent
/// @param sequence contiguous per aggregate, from 1
/// @param traceparent W3C trace context of the request that caused it
/// @param data JSON, exactly as it goes on the wire
public record PendingEvent(
        String id,
        long sequence,
        String type,
        Instant time,
        Set<String> cities,
        @Nullable String traceparent,
        String data) {

    BsonDocument toBson() {
        BsonDocument document =
                new BsonDocument("id", new BsonString(id))
                        .append("sequence", new BsonInt64(sequence))
                        .append("type", new BsonString(type))
                        .append("time", new BsonDateTime(time.toEpochMilli()))
                        .append("cities", new BsonString(String.join(",", new TreeSet<>(cities))));
        if (traceparent != null) {
            document.append("traceparent", new BsonString(traceparent));
        }
        return document.append("data", new BsonString(data));
    }

    static List<PendingEvent> listFrom(@Nullable BsonArray array) {
        List<PendingEvent> events = new ArrayList<>();
        if (array != null) {
            for (BsonValue value : array) {
                events.add(from(value.asDocument()));
            }
        }
        return events;
    }

    private static PendingEvent from(BsonDocument document) {
        return new PendingEvent(
                document.getString("id").getValue(),
                document.getInt64("sequence").getValue(),
                document.getString("type").getValue(),
                Instant.ofEpochMilli(document.getDateTime("time").getValue()),
                Set.copyOf(List.of(document.getString("cities").getValue().split(","))),
                document.containsKey("traceparent")
                        ? document.getString("traceparent").getValue()
                        : null,
                document.getString("data").getValue());
    }
}
