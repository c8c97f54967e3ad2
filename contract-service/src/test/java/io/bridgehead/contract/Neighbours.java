package io.bridgehead.contract;

import io.bridgehead.platform.events.Event;
import io.bridgehead.platform.testing.RealParts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// The other services, as far as contract-service notices them: what they write on their topics, and
/// what they read on its.
final class Neighbours implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(
                    Map.of("bootstrap.servers", RealParts.kafka()),
                    new StringSerializer(),
                    new ByteArraySerializer());

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
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", RealParts.kafka()),
                        new StringDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<String, String> told = new LinkedHashMap<>();
            while (partitions.stream()
                    .anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                for (ConsumerRecord<String, byte[]> record :
                        consumer.poll(Duration.ofMillis(100))) {
                    told.put(
                            header(record, "ce_id"),
                            header(record, "ce_type")
                                    + " "
                                    + new String(record.value(), StandardCharsets.UTF_8));
                }
            }
            return List.copyOf(told.values());
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
    }
}
