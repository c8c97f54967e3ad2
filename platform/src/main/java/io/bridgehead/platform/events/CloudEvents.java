package io.bridgehead.platform.events;

import io.bridgehead.platform.documents.PendingEvent;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/// Our events in the binary mode of the CloudEvents 1.0 Kafka protocol binding: attributes in headers
/// `ce_…`, the JSON data as the record's value, the aggregate's id as its key.
final class CloudEvents {

    private static final String SEQUENCE = "sequence";
    private static final String CITIES = "cities";
    private static final String TRACEPARENT = "traceparent";

    private CloudEvents() {}

    static ProducerRecord<String, byte[]> write(
            String topic, URI source, String subject, PendingEvent event) {
        var builder =
                CloudEventBuilder.v1()
                        .withId(event.id())
                        .withSource(source)
                        .withType(event.type())
                        .withSubject(subject)
                        .withTime(event.time().atOffset(ZoneOffset.UTC))
                        .withExtension(SEQUENCE, Long.toString(event.sequence()))
                        .withExtension(CITIES, String.join(",", new TreeSet<>(event.cities())))
                        .withData(
                                "application/json", event.data().getBytes(StandardCharsets.UTF_8));
        if (event.traceparent() != null) {
            builder.withExtension(TRACEPARENT, event.traceparent());
        }
        return KafkaMessageFactory.createWriter(topic, null, event.time().toEpochMilli(), subject)
                .writeBinary(builder.build());
    }

    /// @throws RuntimeException when the record is no CloudEvent of ours; it is for parking then
    static Event<byte[]> read(ConsumerRecord<String, byte[]> record) {
        return read(record.headers(), record.value());
    }

    static Event<byte[]> read(Headers headers, byte[] value) {
        CloudEvent event = KafkaMessageFactory.createReader(headers, value).toEvent();
        Object traceparent = event.getExtension(TRACEPARENT);
        return new Event<>(
                event.getId(),
                event.getType(),
                Objects.requireNonNull(event.getSubject(), "an event has a subject"),
                Long.parseLong(extension(event, SEQUENCE)),
                Objects.requireNonNull(event.getTime(), "an event has a time").toInstant(),
                Set.copyOf(List.of(extension(event, CITIES).split(","))),
                traceparent == null ? null : traceparent.toString(),
                Objects.requireNonNull(event.getData(), "an event has data").toBytes());
    }

    private static String extension(CloudEvent event, String name) {
        return Objects.requireNonNull(
                        event.getExtension(name), "an event has the extension " + name)
                .toString();
    }
}
