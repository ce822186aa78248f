package weighbridge.truth;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The plainest client there is, one call after the other on one connection: how long an answer takes to whoever waits for it. */
public final class PlainClient {
    private static final byte[] REQUEST =
            "GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final String END = "Hello World!";
    private static final int WARM_UP = 1_500;
    private static final int CALLS = 1_500;

    private PlainClient() {}

    /** The median, µs, of a server on this port that keeps connections; the first calls do not count. */
    public static double medianMicros(int port) throws IOException {
        double[] micros = new double[CALLS];
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            byte[] answer = new byte[1024];
            for (int call = -WARM_UP; call < CALLS; call++) {
                long start = System.nanoTime();
                socket.getOutputStream().write(REQUEST);
                readAnswer(socket.getInputStream(), answer);
                if (call >= 0) {
                    micros[call] = (System.nanoTime() - start) / 1e3;
                }
            }
        }
        Arrays.sort(micros);
        return micros[CALLS / 2];
    }

    private static void readAnswer(InputStream in, byte[] answer) throws IOException {
        int read = 0;
        while (!new String(answer, 0, read, StandardCharsets.US_ASCII).endsWith(END)) {
            int more = in.read(answer, read, answer.length - read);
            if (more < 0) {
                throw new IOException("ended after " + new String(answer, 0, read, StandardCharsets.US_ASCII));
            }
            read += more;
        }
    }
}
