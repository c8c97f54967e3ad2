package io.bridgehead.platform.testing;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// A connection to MongoDB that can be cut at the worst moment: after the server did what it was told,
/// and before the answer arrived.
public final class CutConnection implements AutoCloseable {

    private final ServerSocket door;
    private final URI target;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicReference<String> cutAfter = new AtomicReference<>("");
    private final AtomicInteger lost = new AtomicInteger();
    private volatile boolean away;

    private CutConnection(ServerSocket door, URI target) {
        this.door = door;
        this.target = target;
    }

    /// @param uri the server's connection string
    public static CutConnection to(String uri) {
        try {
            CutConnection cut =
                    new CutConnection(
                            new ServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                            URI.create(uri));
            Thread.ofVirtual().start(cut::accept);
            return cut;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address() {
        return "mongodb://127.0.0.1:" + door.getLocalPort() + "/?directConnection=true";
    }

    /// The server does the next command of this name; its answer never arrives.
    public void loseTheNextAnswerTo(String command) {
        cutAfter.set(command);
    }

    public int answersLost() {
        return lost.get();
    }

    /// The database is gone until [#comeBack()]: connections break, new ones are refused.
    public void goAway() {
        away = true;
        sockets.forEach(CutConnection::close);
    }

    public boolean isAway() {
        return away;
    }

    public void comeBack() {
        away = false;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                if (away) {
                    close(client);
                    continue;
                }
                sockets.add(client);
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException e) {
            // closed: the test is over
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket server = new Socket(target.getHost(), target.getPort())) {
            sockets.add(server);
            DataInputStream requests = new DataInputStream(client.getInputStream());
            DataInputStream answers = new DataInputStream(server.getInputStream());
            OutputStream toServer = server.getOutputStream();
            OutputStream toClient = client.getOutputStream();
            while (true) {
                byte[] request = message(requests);
                toServer.write(request);
                byte[] answer = message(answers);
                if (isTheOne(request)) {
                    lost.incrementAndGet();
                    return;
                }
                toClient.write(answer);
            }
        } catch (IOException e) {
            // one side hung up; the other is closed with it
        }
    }

    private boolean isTheOne(byte[] request) {
        String command = cutAfter.get();
        return !command.isEmpty()
                && new String(request, StandardCharsets.ISO_8859_1).contains(command)
                && cutAfter.compareAndSet(command, "");
    }

    /// One message of MongoDB's wire protocol; its first four bytes are its length, little-endian.
    private static byte[] message(InputStream in) throws IOException {
        byte[] head = in.readNBytes(4);
        if (head.length < 4) {
            throw new IOException("hung up");
        }
        int length = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt();
        byte[] message = new byte[length];
        System.arraycopy(head, 0, message, 0, 4);
        byte[] rest = in.readNBytes(length - 4);
        System.arraycopy(rest, 0, message, 4, rest.length);
        return message;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sockets.forEach(CutConnection::close);
    }
}
