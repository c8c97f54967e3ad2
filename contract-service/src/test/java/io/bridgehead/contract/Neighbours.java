package io.bridgehead.contract;

import io.bridgehead.platform.events.Event;
import io.bridgehead.platform.testing.RealParts;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// The other services, as far as contract-service notices them: what they write on their topics, and
/// what they read on its.
final class Neighbours implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;

    /// @param kafka `host:port`
    Neighbours(String kafka) {
        this.producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /// In the binary mode of CloudEvents.
    void tell(String topic, List<Event<byte[]>> events) {
        for (Event<byte[]> event : events) {
            ProducerRecord<String, byte[]> record =
                    new ProducerRecord<>(topic, event.subject(), event.data());
            header(record, "ce_specversion", "1.0");
            header(record, "ce_id", event.id());
            header(record, "ce_source", "/" + topic.replace('.', '/'));
            header(record, "ce_type", event.type());
            header(record, "ce_subject", event.subject());
            header(record, "ce_time", event.time().toString());
            header(record, "ce_sequence", Long.toString(event.sequence()));
            header(record, "ce_cities", String.join(",", new TreeSet<>(event.cities())));
            header(record, "content-type", "application/json");
            var _ = producer.send(record);
        }
        producer.flush();
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /// The types of all events on a topic, and the data of each; one that was sent again counts once.
    static List<String> told(String topic) {
        Map<String, String> told = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> record : RealParts.records(topic)) {
            told.put(
                    RealParts.header(record, "ce_id"),
                    RealParts.header(record, "ce_type")
                            + " "
                            + new String(record.value(), StandardCharsets.UTF_8));
        }
        return List.copyOf(told.values());
    }

    @Override
    public void close() {
        producer.close();
    }
}
