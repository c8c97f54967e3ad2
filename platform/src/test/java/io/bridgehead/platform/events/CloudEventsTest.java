package io.bridgehead.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bridgehead.platform.documents.PendingEvent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CloudEventsTest {

    private static final Instant TIME = Instant.parse("2025-09-24T01:30:00.123Z");
    private static final String TRACEPARENT =
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    /// Binary mode of the CloudEvents 1.0 Kafka protocol binding, chapter 3.2.
    @Test
    void attributesAreHeadersAndTheDataIsTheValue() {
        ProducerRecord<String, byte[]> record = write(TRACEPARENT);

        assertThat(record.topic()).isEqualTo("topic");
        assertThat(record.key()).isEqualTo("a");
        assertThat(record.timestamp()).isEqualTo(TIME.toEpochMilli());
        assertThat(new String(record.value(), StandardCharsets.UTF_8))
                .isEqualTo("{\"name\":\"衢州\"}");
        assertThat(texts(record.headers()))
                .isEqualTo(
                        Map.of(
                                "ce_specversion", "1.0",
                                "ce_id", "e-1",
                                "ce_source", "/bridgehead/registration",
                                "ce_type", "delegate.approved.v1",
                                "ce_subject", "a",
                                "ce_time", "2025-09-24T01:30:00.123Z",
                                "ce_sequence", "7",
                                "ce_cities", "qz,sr",
                                "ce_traceparent", TRACEPARENT,
                                "content-type", "application/json"));
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Event<byte[]> event = read(write(TRACEPARENT).headers());

        assertThat(event.id()).isEqualTo("e-1");
        assertThat(event.type()).isEqualTo("delegate.approved.v1");
        assertThat(event.subject()).isEqualTo("a");
        assertThat(event.sequence()).isEqualTo(7);
        assertThat(event.time()).isEqualTo(TIME);
        assertThat(event.cities()).containsExactlyInAnyOrder("qz", "sr");
        assertThat(event.traceparent()).isEqualTo(TRACEPARENT);
    }

    @Test
    void anEventWithoutATraceHasNone() {
        ProducerRecord<String, byte[]> record = write(null);

        assertThat(texts(record.headers())).doesNotContainKey("ce_traceparent");
        assertThat(read(record.headers()).traceparent()).isNull();
    }

    @Test
    void aCityThatIsNamedTwiceIsOneCity() {
        Headers headers = write(null).headers();
        headers.remove("ce_cities").add("ce_cities", "qz,qz".getBytes(StandardCharsets.UTF_8));

        assertThat(read(headers).cities()).containsExactly("qz");
    }

    @Test
    void whatIsNoEventOfOursIsRefused() {
        Headers withoutSequence = write(null).headers().remove("ce_sequence");

        assertThatThrownBy(() -> read(withoutSequence)).hasMessageContaining("sequence");
        assertThatThrownBy(() -> read(new RecordHeaders())).isInstanceOf(RuntimeException.class);
    }

    private static ProducerRecord<String, byte[]> write(@Nullable String traceparent) {
        return CloudEvents.write(
                "topic",
                URI.create("/bridgehead/registration"),
                "a",
                new PendingEvent(
                        "e-1",
                        7,
                        "delegate.approved.v1",
                        TIME,
                        Set.of("sr", "qz"),
                        traceparent,
                        "{\"name\":\"衢州\"}"));
    }

    private static Event<byte[]> read(Headers headers) {
        ConsumerRecord<String, byte[]> record =
                new ConsumerRecord<>("topic", 0, 0, "a", new byte[] {'{', '}'});
        headers.forEach(record.headers()::add);
        return CloudEvents.read(record);
    }

    private static Map<String, String> texts(Headers headers) {
        Map<String, String> texts = new TreeMap<>();
        headers.forEach(header ->
                texts.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return texts;
    }
}
