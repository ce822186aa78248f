package weighbridge.simulation;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server whose behaviour is known: {@code PORT BEHAVIOUR [N]}. The behaviours are those of {@link Behaviour}; requests
 * for {@code /ready} are answered well and not counted, so that the counts are those of the load alone.
 */
public final class HelloServer {
    private HelloServer() {}

    enum Behaviour {
        /** Answers every request well. */
        FINE,
        /** Says why on its output and exits with 3 before it listens. */
        EXITS,
        /** Ends itself when request N comes, and answers none from that one on. */
        MORTAL,
        /** Answers every N-th request with 503. */
        UNAVAILABLE,
        /** Answers every N-th request with another body. */
        OTHER_BODY
    }

    /** Starts it. */
    public static void main(String[] arguments) throws IOException {
        Behaviour behaviour = Behaviour.valueOf(arguments[1]);
        int n = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        if (behaviour == Behaviour.EXITS) {
            System.out.println("no license found");
            System.exit(3);
        }
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0])), 4096);
        server.setExecutor(Executors.newFixedThreadPool(8));
        server.createContext("/ready", exchange -> answer(exchange, 200, "ready"));
        server.createContext("/hello", exchange -> {
            int number = requests.incrementAndGet();
            boolean nth = number % n == 0;
            if (number >= n && behaviour == Behaviour.MORTAL) {
                System.out.println("request " + n + " is my last");
                Runtime.getRuntime().halt(9);
            }
            answer(
                    exchange,
                    nth && behaviour == Behaviour.UNAVAILABLE ? 503 : 200,
                    nth && behaviour == Behaviour.OTHER_BODY ? "Hello Mars!" : "Hello World!");
        });
        server.start();
    }

    private static void answer(com.sun.net.httpserver.HttpExchange exchange, int status, String text)
            throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
