package io.bridgehead.platform.events;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// What a topic holds, as it is on the broker, repeats and all.
final class Wire {

    private Wire() {}

    /// Reads from the beginning until there is enough.
    static List<ConsumerRecord<String, byte[]>> read(
            Place place, Predicate<List<ConsumerRecord<String, byte[]>>> enough) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        Instant deadline = Instant.now().plusSeconds(60);
        try (KafkaConsumer<String, byte[]> consumer = consumer(place)) {
            List<TopicPartition> partitions = partitions(place);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!enough.test(records)) {
                if (Instant.now().isAfter(deadline)) {
                    throw new AssertionError("only " + records.size() + " records arrived");
                }
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    /// How many records there are now.
    static long count(Place place) {
        try (KafkaConsumer<String, byte[]> consumer = consumer(place)) {
            return consumer.endOffsets(partitions(place)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    private static KafkaConsumer<String, byte[]> consumer(Place place) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", place.kafka(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(Place place) {
        return IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(place.topic(), partition))
                .toList();
    }

    static List<ConsumerRecord<String, byte[]>> read(Place place, int number) {
        return read(place, records -> records.size() >= number);
    }

    /// By aggregate, the sequences in the order in which they arrived.
    static Map<String, List<Long>> sequences(List<ConsumerRecord<String, byte[]>> records) {
        Map<String, List<Long>> sequences = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            Event<byte[]> event = CloudEvents.read(record);
            sequences
                    .computeIfAbsent(event.subject(), _ -> new ArrayList<>())
                    .add(event.sequence());
        }
        return sequences;
    }

    /// The same without what comes again.
    static Map<String, List<Long>> firstOccurrences(List<ConsumerRecord<String, byte[]>> records) {
        Map<String, List<Long>> sequences = sequences(records);
        sequences.replaceAll((_, all) -> all.stream().distinct().toList());
        return sequences;
    }

    static KafkaProducer<String, byte[]> producer(Place place) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", place.kafka()),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
