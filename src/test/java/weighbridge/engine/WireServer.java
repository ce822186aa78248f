package weighbridge.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import weighbridge.text.Json;
import weighbridge.truth.TruthProcess;

/**
 * A server that does with its connections what real ones do: {@code PORT manner}. It answers "ok" and prints last how many
 * calls it got and on how many connections. {@code /ready} is answered well, on a connection of its own, and not counted.
 */
final class WireServer {
    /** What it does beside answering. */
    enum Manner {
        /** Nothing. */
        PLAIN,
        /** Reads the fifth request of a connection and closes that without an answer. */
        CLOSES_AT_FIFTH,
        /** Closes a connection that was idle for 150 ms. */
        CLOSES_IDLE,
        /** Says with each answer that it closes the connection. */
        CLOSES_EACH,
        /** Sends a hint before each second answer, and a continue that nobody asked for before each third. */
        HINTS,
        /** Answers with 10 MiB. */
        BIG,
        /** Sets a cookie with each answer, and prints last how many calls had one. */
        COOKIES,
        /** Ends only when all its connections are closed. */
        GRACEFUL
    }

    private static final int IDLE_MILLIS = 150;
    private static final byte[] BIG_BODY = new byte[10 << 20];

    private final Manner manner;
    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger cookies = new AtomicInteger();

    private WireServer(int port, Manner manner) throws IOException {
        this.manner = manner;
        listening = new ServerSocket(port, 1024, InetAddress.getByName("127.0.0.1"));
        Arrays.fill(BIG_BODY, (byte) 'x');
    }

    /** A {@code target.yaml} of one, with these lines. */
    static String yaml(String name, Manner manner, String lines) {
        List<String> command = List.of(
                TruthProcess.command("{port}").get(0),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                WireServer.class.getName(),
                "{port}",
                manner.name());
        return """
                name: %s
                version: "1"
                command: %s
                url: /
                ready: {url: /ready, timeout: 60s}
                """.formatted(name, Json.write(command).strip()) + lines;
    }

    public static void main(String[] arguments) throws IOException {
        new WireServer(Integer.parseInt(arguments[0]), Manner.valueOf(arguments[1])).run();
    }

    private void run() throws IOException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
        while (true) {
            Socket socket = listening.accept();
            open.add(socket);
            Thread thread = new Thread(() -> serve(socket));
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void end() {
        while (manner == Manner.GRACEFUL && !open.isEmpty()) {
            Thread.onSpinWait();
        }
        System.out.println("calls=" + calls + " connections=" + connections
                + (manner == Manner.COOKIES ? " cookies=" + cookies : ""));
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            boolean goesOn = true;
            for (int number = 1; goesOn; number++) {
                String head = head(in);
                if (head.startsWith("GET /ready ")) {
                    out.write(answer("Connection: close\r\n", "ready".getBytes(ISO_8859_1)));
                    return;
                }
                connections.addAndGet(number == 1 ? 1 : 0);
                calls.incrementAndGet();
                cookies.addAndGet(head.toLowerCase(Locale.ROOT).contains("\r\ncookie: ") ? 1 : 0);
                goesOn = answer(number, out);
                if (manner == Manner.CLOSES_IDLE) {
                    socket.setSoTimeout(IDLE_MILLIS);
                }
            }
        } catch (IOException e) {
            // The client has left, or has been idle for too long.
        } finally {
            open.remove(socket);
        }
    }

    /** @return whether the connection stays */
    private boolean answer(int number, OutputStream out) throws IOException {
        if (manner == Manner.CLOSES_AT_FIFTH && number == 5) {
            return false;
        }
        if (manner == Manner.HINTS && number % 2 == 0) {
            out.write("HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n".getBytes(ISO_8859_1));
        }
        if (manner == Manner.HINTS && number % 3 == 0) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
        }
        boolean closes = manner == Manner.CLOSES_EACH;
        String twice = "Content-Length: 2\r\n"; // once more than needed, which RFC 9112 (6.3) lets pass
        if (manner == Manner.BIG) {
            out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + BIG_BODY.length + "\r\n\r\n").getBytes(ISO_8859_1));
            out.write(BIG_BODY);
            return true;
        }
        String cookie = manner == Manner.COOKIES ? "Set-Cookie: session=1; Path=/\r\n" : "";
        out.write(answer(cookie + twice + (closes ? "Connection: close\r\n" : ""), "ok".getBytes(ISO_8859_1)));
        return !closes;
    }

    private static byte[] answer(String headers, byte[] body) {
        byte[] head =
                ("HTTP/1.1 200 OK\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n").getBytes(ISO_8859_1);
        byte[] all = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    /** Of the next request, whose body is one byte where it has one. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int one = in.read();
            if (one < 0) {
                throw new IOException("the client has left");
            }
            head.append((char) one);
        }
        if (head.indexOf("POST") == 0) {
            in.read();
        }
        return head.toString();
    }
}
