import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** Holds 64 MiB. Up to JDK 20 the collector maps its heap at three places, and RSS counts a page at each where it was touched. */
class Server {
    private static final List<byte[]> HELD = new ArrayList<>();

    public static void main(String[] arguments) throws Exception {
        for (int block = 0; block < 64 << 10; block++) {
            HELD.add(new byte[1 << 10]); // smaller than a page, so that a collection touches every page
        }
        for (int collection = 0; collection < 4; collection++) {
            System.gc(); // each uses the next of the three places
        }
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0])), 1024);
        byte[] body = "Hello World!".getBytes();
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }
}
