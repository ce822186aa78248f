package weighbridge.truth;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Answers in this very process, byte for byte as a test has it, one request a connection, and keeps what it was asked. */
public final class RawServer implements AutoCloseable {
    private final ServerSocket listener;
    private final Function<String, byte[]> answer;
    private final List<String> heads = Collections.synchronizedList(new ArrayList<>());

    /** Listening when this returns. @param answer from the head of a request to all bytes that are sent */
    public RawServer(String address, Function<String, byte[]> answer) throws IOException {
        this.listener = new ServerSocket(0, 1_024, InetAddress.getByName(address));
        this.answer = answer;
        start(() -> {
            while (true) {
                Socket socket = listener.accept();
                start(() -> serve(socket));
            }
        });
    }

    /** On the loopback address. */
    public RawServer(Function<String, byte[]> answer) throws IOException {
        this("127.0.0.1", answer);
    }

    /** An answer with this body, which ends with the connection. @param head the status line and headers, without ends of lines */
    public static byte[] answer(byte[] body, String... head) {
        byte[] start = (String.join("\r\n", head) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(start);
        all.writeBytes(body);
        return all.toByteArray();
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void start(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException | UncheckedIOException e) {
                return; // the other side is gone, or the listener was closed
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Socket socket) throws IOException {
        try (socket) {
            String head = head(socket.getInputStream());
            if (!head.isEmpty()) {
                heads.add(head);
                socket.getOutputStream().write(answer.apply(head));
            }
        }
    }

    /** Up to the empty line; what does not begin with a letter is no HTTP, and is all that has come. */
    private static String head(InputStream stream) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int next = stream.read(); next >= 0; next = stream.read()) {
            head.append((char) next);
            if (!Character.isLetter(head.charAt(0))) {
                byte[] rest = stream.readNBytes(stream.available()); // what is not read would reset the connection
                return head + new String(rest, StandardCharsets.ISO_8859_1);
            }
            if (head.indexOf("\r\n\r\n") >= 0) {
                return head.toString();
            }
        }
        return "";
    }

    /** Where it listens. */
    public int port() {
        return listener.getLocalPort();
    }

    /** The heads of all requests so far. */
    public List<String> heads() {
        return List.copyOf(heads);
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
