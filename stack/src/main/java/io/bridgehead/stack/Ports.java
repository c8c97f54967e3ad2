package io.bridgehead.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

final class Ports {

    private static final int CONNECT_MILLIS = 500;
    private static final int ANSWER_MILLIS = 5000;

    private Ports() {}

    static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int orFree(int port) {
        return port == 0 ? free() : port;
    }

    static void requireFree(String part, int port) {
        if (answers(port)) {
            throw new StackException(taken(part, port));
        }
    }

    static String taken(String part, int port) {
        return "Port %d is taken, and %s needs it. End what holds it, or set %s to another port."
                .formatted(port, part, variable(part));
    }

    static String twice(int port, String one, String other) {
        return "Port %d is given to both %s and %s: set %s to other ports."
                .formatted(port, one, other, variable(other));
    }

    /// The variable that says where the part is that this is an instance of.
    static String variable(String instance) {
        String part = Instance.named(instance).part();
        return "BRIDGEHEAD_" + part.replace("-service", "").toUpperCase(Locale.ROOT) + "_PORT";
    }

    /// Whether what listens there says that it is ready for work.
    static boolean healthy(int port, String path) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection)
                            URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(ANSWER_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
