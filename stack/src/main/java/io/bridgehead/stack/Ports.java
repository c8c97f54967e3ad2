package io.bridgehead.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

final class Ports {

    private static final int CONNECT_MILLIS = 500;

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
            throw new StackException(
                    "Port %d is taken, and %s needs it. End what holds it, or set %s to another port."
                            .formatted(port, part, variable(part)));
        }
    }

    /// The variable that moves a part to another port.
    static String variable(String part) {
        return "BRIDGEHEAD_"
                + part.replace("-service", "").toUpperCase(java.util.Locale.ROOT)
                + "_PORT";
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
