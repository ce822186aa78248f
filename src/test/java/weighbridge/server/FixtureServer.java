package weighbridge.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;

/**
 * A server of its own process that gets ready only once its peer listens: two that wait for each other are never ready
 * when they are started one after the other.
 */
final class FixtureServer {
    private FixtureServer() {}

    /** The arguments: the port to listen on and the port of the peer, which may be the same. */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        int peer = Integer.parseInt(arguments[1]);
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(listens(loopback, peer) ? 200 : 503, -1);
            exchange.close();
        });
        server.start();
        System.out.println("listening on " + port);
        System.err.println("waiting for " + peer);
    }

    private static boolean listens(InetAddress host, int port) {
        try (Socket socket = new Socket(host, port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    static List<String> command(String port, String peer) throws Exception {
        Path classes = Path.of(FixtureServer.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return List.of(
                "java",
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-cp",
                classes.toString(),
                FixtureServer.class.getName(),
                port,
                peer);
    }
}
