package io.bridgehead.registration;

import io.bridgehead.platform.testing.RealParts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// What others hear: all of a topic, from its beginning to its end.
final class TopicReader {

    private TopicReader() {}

    record Heard(String type, String subject, long sequence, String cities, String data) {

        static Heard of(ConsumerRecord<String, byte[]> record) {
            return new Heard(
                    RealParts.header(record, "ce_type"),
                    RealParts.header(record, "ce_subject"),
                    Long.parseLong(RealParts.header(record, "ce_sequence")),
                    RealParts.header(record, "ce_cities"),
                    new String(record.value(), StandardCharsets.UTF_8));
        }
    }

    /// In their order, for each subject.
    static List<Heard> all(String topic) {
        return RealParts.records(topic).stream().map(Heard::of).toList();
    }
}
