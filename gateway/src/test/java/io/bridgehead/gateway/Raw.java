package io.bridgehead.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// A caller that sends what no well-behaved client would.
final class Raw {

    private Raw() {}

    /// @param text all that came until the connection ended
    record Answer(String text) {

        int status() {
            return Integer.parseInt(text.split(" ", 3)[1]);
        }

        String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }

        List<String> header(String name) {
            String prefix = name.toLowerCase(Locale.ROOT) + ": ";
            return text.substring(0, text.indexOf("\r\n\r\n"))
                    .lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                    .map(line -> line.substring(prefix.length()))
                    .toList();
        }
    }

    /// Sends lines as they are, ended as HTTP ends them, and reads until the gateway hangs up.
    static Answer send(int port, String... lines) throws IOException {
        return sendText(port, String.join("\r\n", lines) + "\r\n\r\n");
    }

    static Answer sendText(int port, String text) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new Answer(
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /// A GET that leaves nothing to wish for but its target.
    static Answer get(int port, String target) throws IOException {
        return send(port, "GET " + target + " HTTP/1.1", "Host: gateway", "Connection: close");
    }
}
