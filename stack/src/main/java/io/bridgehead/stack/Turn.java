package io.bridgehead.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Held by the command that starts or stops parts, until it ends. Two that start the same part would
/// each remember its own process, and the one that was forgotten would run on.
final class Turn implements AutoCloseable {

    private final FileChannel channel;

    private Turn(FileChannel channel) {
        this.channel = channel;
    }

    /// @throws StackException when another process has it
    static Turn take(RunFolder running) {
        Path file = running.folder().resolve("turn");
        try {
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            // the lock goes with the process, however that ends; and with any other channel that it
            // closes on the file
            if (channel.tryLock() == null) {
                channel.close();
                throw new StackException(
                        "Another ./bridgehead starts or stops parts here, process %s. Wait for it, or end it."
                                .formatted(Files.readString(file)));
            }
            String pid = Long.toString(ProcessHandle.current().pid());
            channel.truncate(0).write(StandardCharsets.US_ASCII.encode(pid));
            return new Turn(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
