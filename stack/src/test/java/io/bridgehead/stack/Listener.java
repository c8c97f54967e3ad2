package io.bridgehead.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A part for tests: listens, or dies with some last words, as it is told.
final class Listener {

    private Listener() {}

    /// @param arguments a port, and optionally `dies`, `silent` or `fleeting`: it answers once
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length > 1 && arguments[1].equals("dies")) {
            System.out.println("these are my last words");
            System.exit(7);
        }
        if (arguments.length > 1 && arguments[1].equals("silent")) {
            Thread.sleep(Duration.ofMinutes(5));
        }
        int port = Integer.parseInt(arguments[0]);
        try (ServerSocket socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
            while (true) {
                socket.accept().close();
                if (arguments.length > 1 && arguments[1].equals("fleeting")) {
                    return;
                }
            }
        }
    }

    static Part part(String name, Path folder, Set<String> after, String... how) {
        return part(name, Ports.free(), folder, after, how);
    }

    static Part part(String name, int port, Path folder, Set<String> after, String... how) {
        return new Part(
                name,
                port,
                after,
                () -> Ports.answers(port),
                say -> launch(name, port, folder, how));
    }

    static Launch launch(String name, int port, Path folder, String... how) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                JavaHome.java(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx16m",
                                "-cp",
                                Path.of("target/test-classes").toAbsolutePath().toString(),
                                Listener.class.getName(),
                                Integer.toString(port)));
        command.addAll(List.of(how));
        return new Launch(
                name,
                command,
                Map.of(),
                folder,
                port,
                "127.0.0.1:" + port,
                folder.resolve(name + ".log"),
                () -> Ports.answers(port),
                Duration.ofSeconds(60));
    }
}
