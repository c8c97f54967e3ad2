package io.bridgehead.platform.events;

import io.bridgehead.platform.events.Broadcast.Heard;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One broadcast's thread.
final class BroadcastLoop implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(BroadcastLoop.class);

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration BROKER_ANSWERS_WITHIN = Duration.ofSeconds(5);

    /// Of each partition, so that those who come from another instance find here what they missed.
    private static final long BEFORE_THE_END = 300;

    private final Broadcast broadcast;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Admin admin;

    private volatile boolean stopped;
    private volatile boolean connected;

    /// Null until it is known where to read, and once what is heard cannot go on from there.
    private @Nullable Reading reading;

    private int failures;

    private static final class Reading {

        final Positions.Topology topology;
        final Map<TopicPartition, Integer> numbers = new HashMap<>();
        final long[] next;

        Reading(Positions.Topology topology, long[] next) {
            this.topology = topology;
            this.next = next;
            for (TopicPartition partition : topology.partitions()) {
                numbers.put(partition, numbers.size());
            }
        }
    }

    BroadcastLoop(Broadcast broadcast, Supplier<Consumer<String, byte[]>> consumers, Admin admin) {
        this.broadcast = broadcast;
        this.consumers = consumers;
        this.admin = admin;
    }

    /// Knows where it reads. It stays so while the broker is away: the consumer comes back by itself.
    boolean connected() {
        return connected;
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        while (!stopped) {
            try (Consumer<String, byte[]> consumer = consumers.get()) {
                read(consumer, positioned(consumer));
            } catch (InvalidOffsetException e) {
                log.warn("{} begins anew near the end: {}", broadcast.name(), e.toString());
                reading = null;
            } catch (KafkaException e) {
                log.warn("{} waits for the broker: {}", broadcast.name(), e.toString());
                SubscriptionLoop.pause(Math.min(4, ++failures));
            } catch (RuntimeException | Error e) {
                log.error("{} begins anew near the end after a fault", broadcast.name(), e);
                reading = null;
                SubscriptionLoop.pause(++failures);
            } finally {
                connected = false;
            }
        }
    }

    private Reading positioned(Consumer<String, byte[]> consumer) {
        Positions.Topology topology = topology();
        consumer.assign(topology.partitions());
        Reading known = reading;
        if (known == null || !known.topology.equals(topology)) {
            known = new Reading(topology, nearTheEnd(consumer, topology.partitions()));
            broadcast.hearer().begin(new Positions(topology, known.next));
            reading = known;
        }
        for (int i = 0; i < known.next.length; i++) {
            consumer.seek(topology.partitions().get(i), known.next[i]);
        }
        return known;
    }

    private Positions.Topology topology() {
        try {
            SortedMap<String, TopicDescription> topics =
                    new TreeMap<>(admin.describeTopics(broadcast.topics()).allTopicNames().get());
            List<TopicPartition> partitions = new ArrayList<>();
            CRC32 fingerprint = new CRC32();
            topics.forEach((name, topic) -> {
                int number = topic.partitions().size();
                for (int i = 0; i < number; i++) {
                    partitions.add(new TopicPartition(name, i));
                }
                fingerprint.update(
                        (name + " " + topic.topicId() + " " + number + "\n")
                                .getBytes(StandardCharsets.UTF_8));
            });
            return new Positions.Topology(partitions, (int) fingerprint.getValue());
        } catch (ExecutionException e) {
            throw new KafkaException("the topics are not there", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static long[] nearTheEnd(
            Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        Map<TopicPartition, Long> first =
                consumer.beginningOffsets(partitions, BROKER_ANSWERS_WITHIN);
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions, BROKER_ANSWERS_WITHIN);
        return partitions.stream()
                .mapToLong(partition ->
                        Math.max(
                                first.getOrDefault(partition, 0L),
                                end.getOrDefault(partition, 0L) - BEFORE_THE_END))
                .toArray();
    }

    private void read(Consumer<String, byte[]> consumer, Reading current) {
        connected = true;
        failures = 0;
        while (!stopped) {
            List<Heard> heard = new ArrayList<>();
            if (broadcast.hearer().hasRoom()) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    int partition =
                            current.numbers.getOrDefault(
                                    new TopicPartition(record.topic(), record.partition()), -1);
                    heard.add(new Heard(partition, record.offset(), event(record)));
                    current.next[partition] = record.offset() + 1;
                }
            } else {
                SubscriptionLoop.pause(0);
            }
            broadcast.hearer().hear(heard);
        }
    }

    private @Nullable Event<byte[]> event(ConsumerRecord<String, byte[]> record) {
        try {
            Event<byte[]> event = CloudEvents.read(record);
            return broadcast.types().contains(event.type()) ? event : null;
        } catch (RuntimeException e) {
            // The subscription that needs it parks it, for an operator to see.
            log.debug("{} passes over what is no event of ours", broadcast.name(), e);
            return null;
        }
    }
}
