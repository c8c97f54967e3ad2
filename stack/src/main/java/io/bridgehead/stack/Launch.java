package io.bridgehead.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// How to start one part.
///
/// @param address `host:port` or a URI under which others find it
/// @param ready asked again and again until the part answers
/// @param log where its output goes
record Launch(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path folder,
        int port,
        String address,
        Path log,
        BooleanSupplier ready,
        Duration patience) {

    Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
