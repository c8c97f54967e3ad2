package io.bridgehead.platform.events;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/// How far a reader has come in each partition of its topics: the offset that it hears next. It means
/// the same on every instance, and as a text it is short enough for a header.
///
/// ```
/// base64url( fingerprint of the topics (4 bytes), then a varint for each partition )
/// ```
public final class Positions {

    private static final int MOST_BYTES_OF_A_NUMBER = 10;
    private static final int LONGEST_TEXT = 2_000;

    private final Topology topology;
    private final long[] next;

    /// What the positions are positions in.
    ///
    /// @param partitions of all topics, in an order that is the same on every instance
    /// @param fingerprint another one once a topic was deleted and made anew: its offsets then mean
    ///     something else
    record Topology(List<TopicPartition> partitions, int fingerprint) {

        Topology {
            partitions = List.copyOf(partitions);
        }
    }

    Positions(Topology topology, long[] next) {
        this.topology = topology;
        this.next = next.clone();
    }

    public long next(int partition) {
        return next[partition];
    }

    /// Behind this record, unless it is behind it already.
    public Positions behind(int partition, long offset) {
        if (next[partition] > offset) {
            return this;
        }
        long[] moved = next.clone();
        moved[partition] = offset + 1;
        return new Positions(topology, moved);
    }

    /// In each partition the further of the two.
    public Positions orFurther(Positions other) {
        long[] further = next.clone();
        for (int i = 0; i < further.length; i++) {
            further[i] = Math.max(further[i], other.next[i]);
        }
        return new Positions(topology, further);
    }

    /// In no partition behind the other.
    public boolean reaches(Positions other) {
        for (int i = 0; i < next.length; i++) {
            if (next[i] < other.next[i]) {
                return false;
            }
        }
        return true;
    }

    /// The record lies behind these positions: whoever stands there has not heard it.
    public boolean isBefore(int partition, long offset) {
        return offset >= next[partition];
    }

    /// @return nothing for what is no position, or one in other topics
    public Optional<Positions> read(String text) {
        if (text.length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        ByteBuffer bytes;
        try {
            bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        if (bytes.remaining() < Integer.BYTES || bytes.getInt() != topology.fingerprint()) {
            return Optional.empty();
        }
        long[] read = new long[next.length];
        for (int i = 0; i < read.length; i++) {
            long number = readNumber(bytes);
            if (number < 0) {
                return Optional.empty();
            }
            read[i] = number;
        }
        return bytes.hasRemaining() ? Optional.empty() : Optional.of(new Positions(topology, read));
    }

    /// @return -1 where there is none
    private static long readNumber(ByteBuffer bytes) {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE - 1 && bytes.hasRemaining(); shift += 7) {
            byte part = bytes.get();
            number |= (long) (part & 0x7f) << shift;
            if (part >= 0) {
                return number;
            }
        }
        return -1;
    }

    /// As a text that [#read] reads.
    @Override
    public String toString() {
        ByteBuffer bytes =
                ByteBuffer.allocate(Integer.BYTES + next.length * MOST_BYTES_OF_A_NUMBER);
        bytes.putInt(topology.fingerprint());
        for (long number : next) {
            long rest = number;
            while (rest > 0x7f) {
                bytes.put((byte) ((rest & 0x7f) | 0x80));
                rest >>>= 7;
            }
            bytes.put((byte) rest);
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(bytes.array(), bytes.position()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Positions that
                && topology.equals(that.topology)
                && Arrays.equals(next, that.next);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(next);
    }
}
