package weighbridge.targets.jdk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Answers {@code /hello/World} with {@code Hello World!} on the HTTP server that comes with the JDK. */
public final class HelloServer {
    private static final String PATH = "/hello";

    /** The JDK's own is 50: of 800 connections opened at once the rest would only be let in a second later. */
    private static final int BACKLOG = 4096;

    private HelloServer() {}

    /** Serves on the given port of 127.0.0.1, or prints the version of the Java runtime. */
    public static void main(String[] args) throws IOException {
        String argument = args.length == 1 ? args[0] : "";
        if (argument.equals("--version")) {
            System.out.println(System.getProperty("java.version"));
        } else if (argument.matches("\\d{1,5}") && Integer.parseInt(argument) <= 65535) {
            start(Integer.parseInt(argument));
        } else {
            System.err.println("usage: java -jar jdk-httpserver.jar PORT | --version");
            System.exit(1);
        }
    }

    static HttpServer start(int port) throws IOException {
        // It sends head and body apart. Without this the kernel keeps the body back until the client has acknowledged
        // the
        // head (Nagle), which takes 40 ms on a connection that is kept.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), BACKLOG);
        server.createContext(PATH, HelloServer::hello);
        server.start();
        return server;
    }

    private static void hello(HttpExchange exchange) throws IOException {
        try (exchange) {
            // The context is a mere prefix: /hello/a/b and /helloes come here as well.
            String rest = exchange.getRequestURI().getPath().substring(PATH.length());
            if (!rest.isEmpty() && rest.lastIndexOf('/') != 0) {
                exchange.sendResponseHeaders(404, -1);
            } else if (!exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET");
                exchange.sendResponseHeaders(405, -1);
            } else {
                String name = rest.length() > 1 ? rest.substring(1) : "Earth";
                byte[] body = ("Hello " + name + "!").getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }
}
